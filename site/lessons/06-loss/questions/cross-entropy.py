import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 0, 1


@distinct
def make(rng):
    parts = rng.permutation([*rng.choice(np.arange(1, 30), 2, replace=False), 0]).astype(float)
    parts[parts == 0] = 100 - parts.sum()
    p, t = parts / 100, int(rng.integers(3))
    if t == int(p.argmax()):
        t = (t + 1) % 3
    loss = nn.cross_entropy(np.log(p)[None], np.array([t]))
    return Numeric(
        f"A network gives three classes the probabilities {point(p, 2)}. The true class is {t}, "
        "counted from 0. What is the loss? Give two decimals; a calculator may help.",
        loss,
        2,
        f"Minus the natural logarithm of the true class's probability, {number(p[t])}.",
        (
            Slip(
                nn.cross_entropy(np.log(p)[None], np.array([int(p.argmax())])),
                "You took the likeliest class. The loss looks at the *true* one.",
                "likeliest-class",
            ),
            Slip(
                loss / float(np.log(2)),
                "That is the logarithm to the base 2. The loss takes the natural one.",
                "log2",
            ),
            Slip(
                loss / float(np.log(10)),
                "That is the logarithm to the base 10. The loss takes the natural one.",
                "log10",
            ),
            Slip(
                float(1 - p[t]),
                "You took what is missing to 1. The loss is minus the logarithm.",
                "one-minus-p",
            ),
            Slip(-loss, "The minus is missing: a loss is never below 0.", "sign"),
        ),
        "loss#what-the-true-class-costs",
        "loss#figure-logits?true=3",
    )
