import numpy as np

import nn
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "backprop", 0, 2


@distinct
def make(rng):
    z = rng.permutation(np.array([tenths(rng, 0.2, 3), -tenths(rng, 0.2, 3), tenths(rng, 0.2, 3)]))
    da = rng.permutation(np.array([tenths(rng, 0.1, 0.9), -tenths(rng, 0.1, 0.9), 0.5]))
    return Choice(
        f"Three ReLU neurons have the pre-activations $z^{{(1)}}$ = {point(z)}. The loss’s slopes"
        f" at their activations, $da^{{(1)}}$, are {point(da)}. What are its slopes at the"
        " pre-activations, $dz^{(1)}$?",
        Option(
            point(da * nn.relu_slope(z)),
            "Multiply each slope by ReLU’s: 1 if $z$ is above 0, and 0 otherwise. The sign of"
            " $da^{(1)}$ makes no difference.",
        ),
        (
            Option(
                point(da),
                "You left out ReLU’s slope. No gradient gets back through a neuron that’s off.",
                "mask-missing",
            ),
            Option(
                point(nn.relu(da)),
                "You applied ReLU to the slopes themselves. What counts is the sign of $z^{(1)}$ in"
                " the forward pass.",
                "relu-of-upstream",
            ),
            Option(
                point(da * (1 - nn.relu_slope(z))),
                "You let the wrong ones through. The gradient gets back through the neurons that"
                " are on, where $z^{(1)}$ is above 0.",
                "mask-inverted",
            ),
            Option(
                point(da * nn.relu(z), 2),
                "You multiplied by ReLU’s value. Going back, its slope counts, which is 1 or 0.",
                "value-for-slope",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?step=26",
    )
