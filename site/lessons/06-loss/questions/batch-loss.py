import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 0, 2


@distinct
def make(rng):
    p = rng.choice(np.arange(5, 96, 5), 3, replace=False) / 100
    z = np.log(np.stack([p, 1 - p], axis=1))
    right = nn.cross_entropy(z, np.zeros(3, int))
    losses = -np.log(p)
    return Numeric(
        "The true classes of three examples get the probabilities"
        f" {number(p[0])}, {number(p[1])}, and {number(p[2])}. What’s the mean cross-entropy of"
        " this batch? Give three decimals. You may use a calculator.",
        right,
        3,
        "Each example’s loss is minus the logarithm of its probability:"
        f" {number(losses[0], 3)}, {number(losses[1], 3)}, and {number(losses[2], 3)}. Their mean"
        f" is {number(right, 3)}.",
        (
            Slip(
                float(losses.sum()),
                "You added up the losses. For the mean, divide by 3.",
                "sum-not-mean",
            ),
            Slip(
                float(-np.log(p.mean())),
                "You took the mean of the probabilities first. Take the logarithm of each, then the"
                " mean.",
                "mean-before-logarithm",
            ),
            Slip(
                float(losses.max()),
                "That’s the largest loss alone. All three examples count the same.",
                "largest-alone",
            ),
            Slip(
                float((1 - p).mean()),
                "You took the mean of $1 - p_y$. The loss is minus the logarithm of $p_y$.",
                "one-minus-p",
            ),
        ),
        "loss#mean-or-sum",
        "loss#figure-logits",
    )
