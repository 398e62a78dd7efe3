import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 0, 1


@distinct
def make(rng):
    z, k = rng.integers(-2, 4, 3).astype(float), int(rng.integers(3))
    e, p = np.exp(z), nn.softmax(z)
    return Numeric(
        f"The logits of three classes are {point(z, 0)}. What’s the probability of class {k}? The"
        " first class is class 0. Give three decimals. You may use a calculator.",
        float(p[k]),
        3,
        f"The powers are {point(e, 3)}, and their sum is {number(e.sum(), 3)}. Divide"
        f" {number(e[k], 3)} by that sum, and you get {number(p[k], 3)}.",
        (
            Slip(
                float(nn.sigmoid(z[k : k + 1])[0]),
                "You took the sigmoid of this logit alone. Softmax compares it with the others.",
                "sigmoid-per-class",
            ),
            Slip(
                float(e[k] / (e.sum() - e[k])),
                "You divided by the sum of the *other* powers. The sum includes this one as well.",
                "own-power-left-out",
            ),
            Slip(
                float(p[(k + 1) % 3]),
                "That’s another class’s probability. The first class is class 0.",
                "other-class",
            ),
            Slip(
                float(e[k] / np.exp(z.sum())),
                "You added the logits first. Raise $e$ to each logit, then add up the powers.",
                "added-before-exp",
            ),
        ),
        "loss#from-two-classes-to-ten",
        "loss#figure-logits",
    )
