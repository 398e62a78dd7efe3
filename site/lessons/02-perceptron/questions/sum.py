import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 0, 1


@distinct
def make(rng):
    w, b, x = tenths(rng, -0.9, 0.9, 3), float(tenths(rng, -0.9, 0.9)), whole(rng, -4, 4, 3)
    z = float(nn.neuron(x[None], w, b)[0])
    return Numeric(
        f"A neuron has the weights {point(w)} and the bias {number(b, 1)}. Its input is"
        f" {point(x, 0)}. What is its sum $z$? Give one decimal.",
        z,
        1,
        f"Multiply each input by its own weight: {number(w[0] * x[0], 1)},"
        f" {number(w[1] * x[1], 1)}, and {number(w[2] * x[2], 1)}. Together with the bias,"
        f" {number(b, 1)}, that makes {number(z, 1)}.",
        (
            Slip(
                float(nn.neuron(x[None], w, 0.0)[0]),
                "You added up the products but left out the bias.",
                "bias-forgotten",
            ),
            Slip(
                float(nn.neuron(x[None], w, -b)[0]),
                "You subtracted the bias. It’s added, with the sign it has.",
                "bias-subtracted",
            ),
            Slip(
                float(nn.neuron(x[None], w[::-1], b)[0]),
                "You used the weights in reverse. The first weight belongs to the first input.",
                "weights-reversed",
            ),
            Slip(
                float(np.sum(w + x) + b),
                "You added each weight to its input. A weight says how much an input counts, so"
                " the two are multiplied.",
                "weights-added",
            ),
        ),
        "perceptron#one-neuron",
        "perceptron#figure-boundary",
    )
