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
        f"Three ReLU neurons have the pre-activations {point(z)}. The slopes of the loss at their "
        f"activations are {point(da)}. What are the slopes at the pre-activations?",
        Option(
            point(da * nn.relu_slope(z)),
            "What comes back is multiplied by ReLU's slope: 1 where $z$ was above 0, else 0. Its "
            "own "
            "sign plays no part.",
        ),
        (
            Option(
                point(da),
                "The ReLU is skipped. Where its neuron is off, nothing comes back through it.",
                "mask-missing",
            ),
            Option(
                point(nn.relu(da)),
                "You put ReLU on the slopes themselves. What counts is the sign of $z$ on the way "
                "forward.",
                "relu-of-upstream",
            ),
            Option(
                point(da * (1 - nn.relu_slope(z))),
                "The mask is turned round: neurons that are on let the slope pass.",
                "mask-inverted",
            ),
            Option(
                point(da * nn.relu(z), 2),
                "You multiplied by ReLU's value. On the way back its slope counts, 1 or 0.",
                "value-for-slope",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?example=off&step=26",
    )
