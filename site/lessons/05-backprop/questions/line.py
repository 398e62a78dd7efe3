import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 1, 2
RECAP = "What shape does $dW"


def outcome(make):
    """Return the shape of a result, or that there is none."""
    try:
        return f"has the shape {make().shape}"
    except ValueError:
        return "stops with an error"


@distinct
def make(rng):
    n, inputs, hidden = (int(v) for v in rng.choice(np.arange(2, 9), 3, replace=False))
    x, dz1, a1 = np.ones((n, inputs)), np.ones((n, hidden)), np.ones((n, hidden))
    dW1, _ = nn.linear_backward_parameters(dz1, x)
    return Choice(
        f"`x` has the shape {x.shape}, `a1` and `dz1` have {dz1.shape}, and the weights `W1`"
        f" have {dW1.shape}. Which line computes the gradient `dW1`?",
        Option(
            "`dz1.T @ x`",
            f"A gradient has the shape of the array it belongs to, {dW1.shape}. The {n} examples"
            " meet in the middle, so their parts are added up.",
        ),
        (
            Option(
                "`x.T @ dz1`",
                f"This {outcome(lambda: x.T @ dz1)}: rows and columns are swapped. Each row of `W1`"
                " belongs to a hidden neuron.",
                "transposed",
            ),
            Option(
                "`dz1.T @ a1`",
                f"This {outcome(lambda: dz1.T @ a1)}. The first layer’s weights multiply `x`, not"
                " `a1`.",
                "a-for-input",
            ),
            Option(
                "`dz1 @ x`",
                f"This {outcome(lambda: dz1 @ x)}, because {hidden} neurons would meet {n}"
                " examples.",
                "product-order",
            ),
            Option(
                "`dz1.sum(axis=0)`",
                f"This {outcome(lambda: dz1.sum(axis=0))}. It’s the gradient of the biases, whose"
                " local slope is 1.",
                "input-forgotten",
            ),
        ),
        "backprop#with-shapes",
        "backprop#figure-edges?step=17",
    )
