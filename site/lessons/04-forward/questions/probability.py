import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 2, 2


@distinct
def make(rng):
    z, k = tenths(rng, -2, 2, 2), int(rng.integers(2))
    p = nn.softmax(z)
    e = np.exp(z)
    return Numeric(
        f"The two logits of an example are {point(z)}, for the classes 0 and 1. Which probability "
        f"does softmax give to class {k}? Give two decimals; a calculator may help.",
        float(p[k]),
        2,
        f"$e$ to the power of each: {number(e[0], 3)} and {number(e[1], 3)}. Divided by their sum "
        f"{number(e.sum(), 3)}, class {k} gets {number(p[k])}.",
        (
            Slip(float(p[1 - k]), "That is the share of the other class.", "other-class"),
            Slip(
                float(nn.sigmoid(z[k : k + 1])[0]),
                "You took the sigmoid of this logit alone. Softmax compares it with the other one.",
                "sigmoid",
            ),
            Slip(
                float(e[k]),
                "The power is not yet divided by the sum of both.",
                "softmax-not-divided",
            ),
            Slip(
                float(z[k] / np.abs(z).sum()),
                "You shared the logits out as they are. First comes $e$ to the power of each.",
                "shares-without-exp",
            ),
        ),
        "forward#from-logits-to-a-prediction",
        "forward#figure-network?step=7",
    )
