import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 1, 2


@distinct
def make(rng):
    z, t, k = tenths(rng, -2, 2, (1, 4)), int(rng.integers(4)), int(rng.integers(4))
    while k == t:
        k = int(rng.integers(4))
    g = nn.cross_entropy_gradient(z, np.array([t]))[0].round(2)
    g[t] = -(g.sum() - g[t])  # so that the rounded slopes add up to 0, as the exact ones do
    others = ", ".join(number(one) for i, one in enumerate(g) if i != k)
    rest = float(g.sum() - g[k])
    return Numeric(
        "An example has four classes. Three of the slopes of its cross-entropy at the logits are "
        f"{others}. What is the fourth?",
        float(g[k]),
        2,
        "The slopes of a row add up to 0: the probabilities add up to 1, and so does the truth. So "
        f"the fourth is the three others' sum with the sign turned, {number(g[k])}.",
        (
            Slip(
                1 - rest,
                "You made them add up to 1. So do the probabilities; from the slopes the truth is "
                "taken off, which adds up to 1 too.",
                "slopes-for-probabilities",
            ),
            Slip(rest, "The sign is turned round: all four together must give 0.", "sign"),
            Slip(
                float(g[k] - 1),
                "You took 1 off once more. One slope below 0 is there already, that of the true "
                "class.",
                "truth-taken-off-twice",
            ),
        ),
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits?drawing=1&squared=true",
    )
