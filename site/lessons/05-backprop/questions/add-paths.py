import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, rows, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 3


@distinct
def make(rng):
    W = tenths(rng, -0.9, 0.9, (2, 2))
    up = float(rng.integers(1, 20)) / 20
    dz = np.array([[up, -up]]) * rng.choice([-1, 1])
    j = int(rng.integers(2))
    right = float(nn.linear_backward_input(dz, W)[0, j])
    if abs(right) < 0.01:
        raise ValueError("the two paths cancel")
    return Numeric(
        f"The output weights have the rows {rows(W)}: a row an output, a column a hidden neuron. "
        f"The slopes of the loss at the logits are {number(dz[0, 0])} and {number(dz[0, 1])}. What "
        f"is the slope at the activation of hidden neuron {j}, counted from 0? Give three "
        f"decimals.",
        right,
        3,
        f"Two paths lead back to it, and they add up: {number(dz[0, 0] * W[0, j], 3)} + "
        f"({number(dz[0, 1] * W[1, j], 3)}) = {number(right, 3)}.",
        (
            Slip(
                float(dz[0, 0] * W[0, j]),
                "That is the path through the first output only. The other path adds its part.",
                "one-path",
            ),
            Slip(
                float(nn.linear_backward_input(dz, W.T)[0, j]),
                "You took a row of the weights. What leads out of one hidden neuron is a column.",
                "weights-transposed",
            ),
            Slip(
                float(dz[0, 0] * W[0, j] - dz[0, 1] * W[1, j]),
                "You subtracted the second path. Where paths meet, add, each with its own sign.",
                "paths-subtracted",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?step=25",
    )
