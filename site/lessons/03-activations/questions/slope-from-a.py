import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 1, 2


@distinct
def make(rng):
    a = float(rng.integers(2, 19)) / 20
    z = np.log(np.array([a / (1 - a)]))
    slope = float(nn.sigmoid_slope(z)[0])
    return Numeric(
        f"A sigmoid neuron has the activation {number(a, 2)}. What is the slope of the sigmoid "
        "there? Give four decimals.",
        slope,
        4,
        f"The slope is $a (1 - a)$, so {number(a, 2)} · {number(1 - a, 2)} = {number(slope, 4)}. "
        "The $z$ is not needed.",
        (
            Slip(
                1 - a,
                "You stopped half way: what is missing to 1 is still multiplied by $a$.",
                "factor-missing",
            ),
            Slip(
                1 - a**2,
                "That is the formula of tanh, $1 - a^2$. For the sigmoid it is $a (1 - a)$.",
                "tanh-slope",
            ),
            Slip(
                float(nn.sigmoid_slope(np.array([a]))[0]),
                "You put $a$ through the sigmoid once more. The activation is given already.",
                "sigmoid-twice",
            ),
        ),
        "activations#the-slopes",
        f"activations#figure-curves?activation=sigmoid&z={round(float(z[0]), 1) + 0.0}",
    )
