import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 1, 1


def outcome(make):
    """Return the shape of a result, or that there is none."""
    try:
        return f"has the shape {make().shape}"
    except ValueError:
        return "is refused: the sizes that meet do not match"


@distinct
def make(rng):
    n, inputs, outputs = (int(v) for v in rng.choice(np.arange(2, 9), 3, replace=False))
    x, W, b = np.ones((n, inputs)), np.ones((outputs, inputs)), np.ones(outputs)
    right = nn.linear(x, W, b)
    return Choice(
        f"`x` has the shape ({n}, {inputs}): {n} examples. `W` has ({outputs}, {inputs}) and `b` "
        f"({outputs},). Which line computes the pre-activations of all examples?",
        Option(
            "`x @ W.T + b`",
            f"The {inputs} and the {inputs} meet in the middle. The result has the shape "
            f"{right.shape}, and `b` is added to every row.",
        ),
        (
            Option(
                "`x @ W + b`",
                f"The `.T` is missing. This {outcome(lambda: x @ W + b)}.",
                "weights-transposed",
            ),
            Option(
                "`W @ x + b`",
                f"This order is for an example that is a column. Here it "
                f"{outcome(lambda: W @ x + b)}.",
                "product-order",
            ),
            Option(
                "`x * W + b`",
                "The star multiplies number by number and adds nothing up. This "
                f"{outcome(lambda: x * W + b)}.",
                "element-by-element",
            ),
            Option(
                "`(x + b) @ W.T`",
                "The bias is added after the product, one for each neuron. This "
                f"{outcome(lambda: (x + b) @ W.T)}.",
                "bias-before-product",
            ),
        ),
        "forward#a-layer-is-one-product",
        "forward#figure-network?example=both&step=1&matrices=true",
    )
