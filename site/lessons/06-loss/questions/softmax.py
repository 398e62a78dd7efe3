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
        f"Three logits are {point(z, 0)}. Which probability does class {k} get, counted from 0? "
        "Give three decimals; a calculator may help.",
        float(p[k]),
        3,
        f"The powers are {point(e, 3)}, their sum is {number(e.sum(), 3)}. {number(e[k], 3)} "
        f"divided "
        f"by it is {number(p[k], 3)}.",
        (
            Slip(
                float(nn.sigmoid(z[k : k + 1])[0]),
                "You squashed this logit alone, by a sigmoid. Softmax compares it with the others.",
                "sigmoid-per-class",
            ),
            Slip(
                float(e[k] / (e.sum() - e[k])),
                "You divided by the *other* powers. The sum has all of them, this one too.",
                "own-power-left-out",
            ),
            Slip(
                float(p[(k + 1) % 3]),
                "That is another class: they are counted from 0.",
                "other-class",
            ),
            Slip(
                float(e[k] / np.exp(z.sum())),
                "You added the logits first. Each one is made a power of $e$, then they are added.",
                "added-before-exp",
            ),
        ),
        "loss#from-two-classes-to-ten",
        "loss#figure-logits",
    )
