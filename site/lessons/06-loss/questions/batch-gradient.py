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
        f"A batch has {n} examples of {classes} classes, and the loss is the *mean* cross-entropy. "
        f"One example gives its true class the probability {number(p)}. What is the slope of the "
        "batch's loss at this example's true logit? Give four decimals.",
        right,
        4,
        f"$p - y$ is {number(p)} − 1, and the mean divides it by {n}: {number(right, 4)}.",
        (
            Slip(
                right * n,
                f"That is the slope of this example's own loss. The mean divides it by {n}.",
                "not-divided",
            ),
            Slip(
                -right,
                "You took $y - p$. The true logit should grow, so its slope is below 0.",
                "sign",
            ),
            Slip(
                right / classes,
                "You divided by the classes too. The mean goes over the examples only.",
                "divided-by-all",
            ),
            Slip(
                p / n,
                "This is the true class: 1 has to be taken off first.",
                "one-hot-missing",
            ),
        ),
        "loss#mean-or-sum",
        "loss#figure-logits",
    )
