import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 1, 1


def outcome(make):
    """Return the shape of a result, or that there is none."""
    try:
        return f"runs, but gives the shape {make().shape}"
    except ValueError:
        return "stops with an error, because the sizes that meet don’t match"


@distinct
def make(rng):
    n, inputs, outputs = (int(v) for v in rng.choice(np.arange(2, 9), 3, replace=False))
    x, W, b = np.ones((n, inputs)), np.ones((outputs, inputs)), np.ones(outputs)
    right = nn.linear(x, W, b)
    return Choice(
        f"`x` has the shape ({n}, {inputs}), with {n} examples. `W` is ({outputs}, {inputs}), and"
        f" `b` is ({outputs},). Which line computes the pre-activations of all the examples?",
        Option(
            "`x @ W.T + b`",
            f"The {inputs} of `x` and the {inputs} of `W.T` meet in the middle. The result has the"
            f" shape {right.shape}, and `b` is added to every row.",
        ),
        (
            Option(
                "`x @ W + b`",
                f"The `.T` is missing. This line {outcome(lambda: x @ W + b)}.",
                "weights-transposed",
            ),
            Option(
                "`W @ x + b`",
                "The factors are in the wrong order for examples that are rows. This line"
                f" {outcome(lambda: W @ x + b)}.",
                "product-order",
            ),
            Option(
                "`x * W + b`",
                "`*` multiplies entry by entry and doesn’t add up anything. This line"
                f" {outcome(lambda: x * W + b)}.",
                "element-by-element",
            ),
            Option(
                "`(x + b) @ W.T`",
                "The bias is added to the inputs instead of the sums. This line"
                f" {outcome(lambda: (x + b) @ W.T)}.",
                "bias-before-product",
            ),
        ),
        "forward#a-layer-is-one-product",
        "forward#figure-network?example=both&step=1&matrices=true",
    )
