import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 1, 3


@distinct
def make(rng):
    z = np.array([tenths(rng, -3, 3)])
    a, slope = float(nn.sigmoid(z)[0]), float(nn.sigmoid_slope(z)[0])
    return Numeric(
        f"A sigmoid neuron has the pre-activation {number(z[0], 1)}. What is the slope of its "
        "activation there? Give two decimals; a calculator may help.",
        slope,
        2,
        f"First the activation: {number(a, 3)}. The slope is $a (1 - a)$, so {number(a, 3)} · "
        f"{number(1 - a, 3)} = {number(slope, 2)}.",
        (
            Slip(
                float(z[0] * (1 - z[0])),
                "You fed the formula with $z$. It takes the activation: $a (1 - a)$. A sigmoid's "
                "slope is never below 0 nor above a quarter.",
                "z-one-minus-z",
            ),
            Slip(a, "That is the activation itself. Its slope is $a (1 - a)$.", "sigmoid-itself"),
            Slip(
                float(nn.tanh_slope(z)[0]),
                "That is the slope of tanh at this place.",
                "tanh-slope",
            ),
        ),
        "activations#the-slopes",
        f"activations#figure-curves?activation=sigmoid&z={number(z[0], 1).replace('−', '-')}",
    )
