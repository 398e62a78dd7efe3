import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, shares
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
        f"A network gives the classes 0, 1, and 2 the probabilities {shares(p)}. The true class is"
        f" {t}. What’s the cross-entropy? Give two decimals. You may use a calculator.",
        loss,
        2,
        f"The true class has the probability {number(p[t])}. The loss is minus the natural"
        f" logarithm of that number, {number(loss)}.",
        (
            Slip(
                nn.cross_entropy(np.log(p)[None], np.array([int(p.argmax())])),
                "You used the likeliest class. The loss looks at the *true* one.",
                "likeliest-class",
            ),
            Slip(
                loss / float(np.log(2)),
                "That’s the logarithm with base 2. The loss uses the natural logarithm.",
                "log2",
            ),
            Slip(
                loss / float(np.log(10)),
                "That’s the logarithm with base 10. The loss uses the natural logarithm.",
                "log10",
            ),
            Slip(
                float(1 - p[t]),
                "You computed $1 - p_y$. The loss is $-\\ln p_y$.",
                "one-minus-p",
            ),
            Slip(-loss, "You left out the minus sign. A loss is never negative.", "sign"),
        ),
        "loss#what-the-true-class-costs",
        "loss#figure-logits",
    )
