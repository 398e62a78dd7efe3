import numpy as np

import nn
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 1, 1


@distinct
def make(rng):
    z = np.array([tenths(rng, 0.2, 3), -tenths(rng, 0.2, 3), tenths(rng, 1.1, 3)])
    z = rng.permutation(z)
    return Choice(
        f"Three neurons have the pre-activations {point(z)}. What does ReLU make of them?",
        Option(
            point(nn.relu(z)),
            "ReLU is $\\max(0, z)$: it passes positive numbers on and turns all others into 0.",
        ),
        (
            Option(
                point(np.abs(z)),
                "You dropped the minus. That is the absolute value; ReLU turns a negative number "
                "into 0.",
                "absolute-value",
            ),
            Option(
                point(nn.relu_slope(z)),
                "Those are ReLU's slopes. Its value is $z$ itself where $z$ is positive.",
                "slope-for-value",
            ),
            Option(
                point(np.minimum(z, 0)),
                "You kept the wrong side: the negative numbers are turned into 0, not the "
                "positive.",
                "mask-inverted",
            ),
            Option(
                point(nn.identity(z)),
                "Nothing was bent. Without the bend a layer adds nothing to the one before.",
                "relu-left-out",
            ),
        ),
        "activations#what-the-bend-adds",
        "activations#figure-curves?activation=relu&z=-1.5",
    )
