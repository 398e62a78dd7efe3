import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 1, 2
RECAP = "A sigmoid neuron has"


@distinct
def make(rng):
    a = float(rng.integers(5, 96)) / 100
    z = np.log(np.array([a / (1 - a)]))
    slope = float(nn.sigmoid_slope(z)[0])
    return Numeric(
        f"A sigmoid neuron has the activation {number(a, 2)}. What is the slope of the sigmoid"
        " there? Give four decimals.",
        slope,
        4,
        f"The slope is $a (1 - a)$: {number(a, 2)} · {number(1 - a, 2)} = {number(slope, 4)}. You"
        " don’t need $z$.",
        (
            Slip(
                1 - a,
                "You stopped at $1 - a$. Multiply it by $a$.",
                "factor-missing",
            ),
            Slip(
                1 - a**2,
                "You used tanh’s formula, $1 - a^2$. For the sigmoid it’s $a (1 - a)$.",
                "tanh-slope",
            ),
            Slip(
                float(nn.sigmoid_slope(np.array([a]))[0]),
                "You put $a$ into the sigmoid once more. You already have the activation.",
                "sigmoid-twice",
            ),
        ),
        "activations#the-slopes",
        f"activations#figure-curves?activation=sigmoid&z={round(float(z[0]), 1) + 0.0}",
    )
