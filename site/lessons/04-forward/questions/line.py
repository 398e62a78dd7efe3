import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 1, 1
RECAP = "Why does `x @ W.T`"


def fails(make):
    """Return whether the shapes don't fit."""
    try:
        make()
    except ValueError:
        return True
    return False


@distinct
def make(rng):
    n, inputs, outputs = (int(v) for v in rng.choice(np.arange(2, 9), 3, replace=False))
    x, W, b = np.ones((n, inputs)), np.ones((outputs, inputs)), np.ones(outputs)
    right = nn.linear(x, W, b)
    wrong = (lambda: x @ W + b, lambda: W @ x + b, lambda: x * W + b, lambda: (x + b) @ W.T)
    assert all(map(fails, wrong))
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
                f"The `.T` is missing. This line stops with an error: in {x.shape} times {W.shape},"
                f" {inputs} and {outputs} meet in the middle.",
                "weights-transposed",
            ),
            Option(
                "`W @ x + b`",
                "For examples that are rows, `x` comes first. This line stops with an error,"
                f" because in {W.shape} times {x.shape}, {inputs} and {n} meet in the middle.",
                "product-order",
            ),
            Option(
                "`x * W + b`",
                "`*` multiplies entry by entry and doesn’t add up anything. For that, both shapes"
                f" would have to fit, and {x.shape} and {W.shape} don’t.",
                "element-by-element",
            ),
            Option(
                "`(x + b) @ W.T`",
                "The bias is added to the inputs instead of the sums. `x` has rows of"
                f" {inputs} numbers, so a list of {outputs} biases doesn’t even fit.",
                "bias-before-product",
            ),
        ),
        "forward#a-layer-is-one-product",
        "forward#figure-network?example=both&step=1&matrices=true",
    )
