"""The pre-activation of the traced network's first neuron, on a fresh point."""

import numpy as np

import nn
from course.figures.svg import number
from course.quiz.items import Numeric, Slip

GOAL = 0
LEVEL = 1

DIGITS = 1


def make(rng):
    network = nn.traced_network()
    w, b = network.weights[0][0], float(network.biases[0][0])
    x = rng.choice([-4.0, -3.0, -2.0, 2.0, 3.0, 4.0], size=2)
    z = float(nn.neuron(x[None], w, b)[0])
    sums = f"{number(w[0] * x[0], DIGITS)} + ({number(w[1] * x[1], DIGITS)})"
    wrong = {
        "bias-forgotten": (
            nn.neuron(x[None], w, 0.0)[0],
            "This is the weighted sum alone: the bias is still to be added.",
        ),
        "bias-subtracted": (
            nn.neuron(x[None], w, -b)[0],
            "Here the bias is subtracted. A neuron adds it.",
        ),
        "step-too-soon": (
            nn.step(np.array(z)),
            "This is what the neuron answers. The question is about $z$, before the step.",
        ),
    }
    return Numeric(
        f"A neuron has the weights ({number(w[0], 1)}, {number(w[1], 1)}) and the bias"
        f" {number(b, 1)}. What is its pre-activation $z$ on"
        f" $x$ = ({number(x[0], 0)}, {number(x[1], 0)})?",
        z,
        DIGITS,
        f"The products are {sums}; with the bias {number(b, 1)} that makes {number(z, DIGITS)}.",
        tuple(Slip(float(value), reason, mistake) for mistake, (value, reason) in wrong.items()),
        see="perceptron#one-neuron",
    )
