import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 2, 2


@distinct
def make(rng):
    z, k = tenths(rng, -2, 2, 2), int(rng.integers(2))
    if abs(z.sum()) < 0.05:
        raise ValueError("the logits themselves have no shares")
    p = nn.softmax(z)
    e = np.exp(z)
    return Numeric(
        f"The two logits of an example are {point(z)}, for the classes 0 and 1. What probability"
        f" does softmax give to class {k}? Give two decimals. You may use a calculator.",
        float(p[k]),
        2,
        f"Raise $e$ to each logit: {number(e[0], 3)} and {number(e[1], 3)}. Divide the one for"
        f" class {k} by their sum, {number(e.sum(), 3)}. That gives {number(p[k])}.",
        (
            Slip(float(p[1 - k]), "That’s the other class’s probability.", "other-class"),
            Slip(
                float(nn.sigmoid(z[k : k + 1])[0]),
                "You took the sigmoid of this logit alone. Softmax compares it with the other one.",
                "sigmoid",
            ),
            Slip(
                float(e[k]),
                "You stopped at the power. Divide it by the sum of both powers.",
                "softmax-not-divided",
            ),
            Slip(
                float(z[k] / z.sum()),
                "You divided the logit by the sum of the logits. Raise $e$ to each of them first.",
                "shares-without-exp",
            ),
        ),
        "forward#from-logits-to-a-prediction",
        "forward#figure-network?step=7",
    )
