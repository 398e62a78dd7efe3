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
    bare = float(nn.neuron(x[None], w, 0.0)[0])
    swapped = float(nn.neuron(x[None], w[::-1], b)[0])
    return Numeric(
        f"A neuron has the weights {point(w)} and the bias {number(b, 1)}. Its input is "
        f"{point(x, 0)}. What is its pre-activation $z$?",
        z,
        1,
        f"Each input is multiplied by its own weight: {number(w[0] * x[0], 1)}, "
        f"{number(w[1] * x[1], 1)} and {number(w[2] * x[2], 1)}. Added up with the bias "
        f"{number(b, 1)}, that is {number(z, 1)}.",
        (
            Slip(bare, "You added up the products and left the bias out.", "bias-forgotten"),
            Slip(
                float(nn.neuron(x[None], w, -b)[0]),
                "You took the bias away. It is added, with the sign that it has.",
                "bias-subtracted",
            ),
            Slip(
                swapped,
                "You took the weights from the back: the first weight belongs to the first input.",
                "weights-reversed",
            ),
            Slip(
                float(np.sum(w + x) + b),
                "You added weight and input. A weight says how much an input counts, so the two "
                "are multiplied.",
                "weights-added",
            ),
        ),
        "perceptron#one-neuron",
        "perceptron#figure-boundary?point=A",
    )
