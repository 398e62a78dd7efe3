import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 1, 2


@distinct
def make(rng):
    n, classes = int(rng.choice([2, 4, 5, 8])), int(rng.choice([3, 10]))
    p = float(rng.integers(1, 20)) / 20
    z = np.log(np.array([[p] + [(1 - p) / (classes - 1)] * (classes - 1)]))
    batch, y = np.repeat(z, n, axis=0), np.zeros(n, int)
    right = float(nn.cross_entropy_gradient(batch, y)[0, 0])
    return Numeric(
        f"A batch has {n} examples and {classes} classes, and the loss is the *mean* cross-entropy."
        f" One example gives its true class the probability {number(p)}. What’s the slope of the"
        " batch’s loss at this example’s true logit? Give four decimals.",
        right,
        4,
        f"$p - Y$ is {number(p)} − 1, and the mean divides it by {n}, which gives"
        f" {number(right, 4)}.",
        (
            Slip(
                right * n,
                f"That’s the slope of this example’s own loss. The mean divides it by {n}.",
                "not-divided",
            ),
            Slip(
                -right,
                "You subtracted the other way around. The true logit should grow, so its slope is"
                " negative.",
                "sign",
            ),
            Slip(
                right / classes,
                "You also divided by the number of classes. The mean is over the examples only.",
                "divided-by-all",
            ),
            Slip(
                p / n,
                "You left out the label. This is the true class, so subtract 1 first.",
                "one-hot-missing",
            ),
        ),
        "loss#mean-or-sum",
        "loss#figure-logits",
    )
