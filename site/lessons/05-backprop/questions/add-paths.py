import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, rows, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 3
RECAP = "Which two factors", "To compute its gradients"


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
        f"The output weights have the rows {rows(W)}, one row per output. The loss’s slopes at the"
        f" logits, $dz^{{(2)}}$, are {number(dz[0, 0])} and {number(dz[0, 1])}. What is"
        f" $da^{{(1)}}_{j + 1}$, the slope at the activation of hidden neuron {j + 1}? Give three"
        " decimals.",
        right,
        3,
        f"Two paths lead back to hidden neuron {j + 1}, one from each output, and they add up:"
        f" {number(dz[0, 0] * W[0, j], 3)} + {signed(dz[0, 1] * W[1, j], 3)} ="
        f" {number(right, 3)}.",
        (
            Slip(
                float(dz[0, 0] * W[0, j]),
                "That’s only the path through output 1. Add the path through output 2.",
                "one-path",
            ),
            Slip(
                float(nn.linear_backward_input(dz, W.T)[0, j]),
                "You used a row of the weights. The weights that lead out of one hidden neuron are"
                " a column.",
                "weights-transposed",
            ),
            Slip(
                float(dz[0, 0] * W[0, j] - dz[0, 1] * W[1, j]),
                "You subtracted the second path. Where paths meet, slopes add, each with its own"
                " sign.",
                "paths-subtracted",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?step=25",
    )
