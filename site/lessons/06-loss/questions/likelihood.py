import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 1
RECAP = "Why is the loss $-\\ln p_y$ and not"


@distinct
def make(rng):
    p = rng.choice(np.arange(30, 100, 5), 3, replace=False) / 100
    z = np.log(np.stack([p, 1 - p], axis=1))
    loss = 3 * nn.cross_entropy(z, np.zeros(3, int))
    return Numeric(
        "A network gives the labels of three independent examples the probabilities"
        f" {number(p[0])}, {number(p[1])}, and {number(p[2])}. What’s the likelihood, the"
        " probability it gives to all three together? Give three decimals.",
        float(np.exp(-loss)),
        3,
        "The examples are independent, so their probabilities multiply. That’s why the losses,"
        " their logarithms with a minus, add up.",
        (
            Slip(
                float(p.mean()),
                "You took the mean. The probabilities of independent examples multiply.",
                "mean-not-product",
            ),
            Slip(
                float(p.sum()),
                "You added the probabilities. It’s their logarithms that add up.",
                "sum-not-product",
            ),
            Slip(
                loss,
                "That’s the sum of the losses, minus the logarithm of what’s asked for.",
                "loss-for-likelihood",
            ),
            Slip(
                float(1 - p.prod()),
                "That’s the probability that at least one of the labels doesn’t come out.",
                "complement",
            ),
        ),
        "loss#why-minus-ln-p",
    )
