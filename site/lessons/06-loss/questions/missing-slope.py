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
        "An example has four classes. Three of the slopes of its cross-entropy at the logits are"
        f" {others}. What’s the fourth? Give two decimals.",
        float(g[k]),
        2,
        "The slopes of an example add up to 0, because its probabilities add up to 1, and so does"
        " its row of $Y$, with a single 1. So the fourth is minus the sum of the other three,"
        f" {number(g[k])}.",
        (
            Slip(
                1 - rest,
                "You made the slopes add up to 1. Probabilities do that, but the slopes are $p - Y$"
                " and add up to 0.",
                "slopes-for-probabilities",
            ),
            Slip(
                rest,
                "You forgot to change the sign. All four together have to make 0.",
                "sign",
            ),
            Slip(
                float(g[k] - 1),
                "You subtracted 1 once more. The true class’s slope, the negative one, is already"
                " among the three.",
                "truth-taken-off-twice",
            ),
        ),
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits",
    )
