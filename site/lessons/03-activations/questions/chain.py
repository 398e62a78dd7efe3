import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 3, 3


CASES = (0.5, 0.75, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)  # the weight


@distinct
def make(rng, w):
    run = nn.chain(float(tenths(rng, -2, 2)), np.full(3, w))
    s = np.round(run.slopes, 2)
    right = float(np.prod(w * s))
    return Numeric(
        f"In a chain of three sigmoid neurons, each weight is {number(w)} and there are no biases."
        f" The slopes are {number(s[0])}, {number(s[1])}, and {number(s[2])}. What’s the slope of"
        " the whole chain, from the input to the last activation? Give four decimals.",
        right,
        4,
        f"Each layer contributes the factor weight times slope: {number(w * s[0], 4)} ·"
        f" {number(w * s[1], 4)} · {number(w * s[2], 4)} = {number(right, 4)}.",
        (
            Slip(
                float(np.prod(s)),
                "You left out the weights. Each layer scales a change by its weight times its"
                " slope.",
                "weights-left-out",
            ),
            Slip(
                float((w * s).sum()),
                "You added the factors. Each layer scales what the layer before it passes on, so"
                " the factors multiply.",
                "added",
            ),
            Slip(
                w * float(np.prod(s)),
                "You used the weight only once, but each of the three layers has one.",
                "weight-once",
            ),
            Slip(
                float(w * s[2]),
                "That’s the last layer’s factor alone. The input has to pass through all three.",
                "last-layer-only",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=sigmoid&layers=3&weight={w:g}",
    )
