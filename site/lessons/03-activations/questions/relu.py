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
        f"Three neurons have the pre-activations {point(z)}. What are their activations after"
        " ReLU?",
        Option(
            point(nn.relu(z)),
            "ReLU is $\\max(0, z)$: positive numbers stay as they are, and all others become 0.",
        ),
        (
            Option(
                point(np.abs(z)),
                "You took the absolute value: you dropped the minus sign. ReLU turns a negative"
                " number into 0.",
                "absolute-value",
            ),
            Option(
                point(nn.relu_slope(z)),
                "Those are ReLU’s slopes. Where $z$ is positive, its value is $z$ itself.",
                "slope-for-value",
            ),
            Option(
                point(np.minimum(z, 0)),
                "You kept the wrong side. ReLU turns the negative numbers into 0, not the positive"
                " ones.",
                "mask-inverted",
            ),
            Option(
                point(nn.identity(z)),
                "You left the numbers as they are. ReLU has to turn the negative ones into 0.",
                "relu-left-out",
            ),
        ),
        "activations#what-the-bend-adds",
        "activations#figure-curves?activation=relu&z=-1.5",
    )
