import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 3, 3


@distinct
def make(rng):
    w = float(rng.choice([0.5, 1.5, 2.0]))
    run = nn.chain(float(tenths(rng, -1, 1)), np.full(3, w))
    s = np.round(run.slopes, 2)
    right = float(np.prod(w * s))
    return Numeric(
        f"Three sigmoid neurons stand in a row, each with the weight {number(w, 1)} and no bias. "
        f"Their slopes are {number(s[0])}, {number(s[1])} and {number(s[2])}. By how much does the "
        "last activation change for each unit of a small change of the input? Give four decimals.",
        right,
        4,
        f"Every layer gives the factor weight times slope: {number(w * s[0], 3)} · "
        f"{number(w * s[1], 3)} · {number(w * s[2], 3)} = {number(right, 4)}.",
        (
            Slip(
                float(np.prod(s)),
                "You left the weights out. A layer passes a change on times its weight and its "
                "slope.",
                "weights-left-out",
            ),
            Slip(
                float((w * s).sum()),
                "You added the factors. Each layer scales what the one before passes on, so they "
                "are multiplied.",
                "added",
            ),
            Slip(
                w * float(np.prod(s)),
                "You counted the weight once. Each of the three layers has it.",
                "weight-once",
            ),
            Slip(
                float(w * s[2]),
                "That is the last layer's factor alone.",
                "last-layer-only",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=sigmoid&layers=3&weight={w:g}",
    )
