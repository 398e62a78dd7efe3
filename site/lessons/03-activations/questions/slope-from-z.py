import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 1, 3


CASES = (-2.6, 1.4, -1.1, 2.3, 0.6, -0.8, 1.8, -2.1)


@distinct
def make(rng, case):
    z = np.array([case])
    a, slope = float(nn.sigmoid(z)[0]), float(nn.sigmoid_slope(z)[0])
    return Numeric(
        f"A sigmoid neuron has the pre-activation {number(z[0], 1)}. What is the slope of the"
        " sigmoid there? Give two decimals. You may use a calculator.",
        slope,
        2,
        f"First compute the activation, {number(a, 3)}. Then the slope is $a (1 - a)$:"
        f" {number(a, 3)} · {number(1 - a, 3)} = {number(slope, 2)}.",
        (
            Slip(
                float(z[0] * (1 - z[0])),
                "You put $z$ into the formula $a (1 - a)$, but it needs the activation. A sigmoid’s"
                " slope is always between 0 and 1/4.",
                "z-one-minus-z",
            ),
            Slip(
                a,
                "That’s the activation itself. Its slope is $a (1 - a)$.",
                "sigmoid-itself",
            ),
            Slip(
                float(nn.tanh_slope(z)[0]),
                "That’s the slope of tanh. For the sigmoid, compute $a$ first, then $a (1 - a)$.",
                "tanh-slope",
            ),
        ),
        "activations#the-slopes",
        f"activations#figure-curves?activation=sigmoid&z={number(z[0], 1).replace('−', '-')}",
    )
