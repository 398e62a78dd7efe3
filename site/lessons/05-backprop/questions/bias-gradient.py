import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 1, 2
RECAP = "Why is the gradient of a bias"


@distinct
def make(rng):
    n = int(rng.integers(4, 6))
    dz = tenths(rng, -0.9, 0.9, (n, 1)) / n  # each p − Y is between −1 and 1
    _, db = nn.linear_backward_parameters(dz, np.ones((n, 1)))
    right = float(db[0])
    return Numeric(
        f"For a batch of {n} examples, a program computes $dz^{{(2)}} = (p - Y) / n$. For one"
        f" output neuron, that’s {point(dz[:, 0], 3)}. What is the gradient of this neuron’s bias?"
        " Give three decimals.",
        right,
        3,
        f"All the examples share this bias, so its gradient is the sum over the batch:"
        f" {number(right, 3)}. It has already been divided by {n}.",
        (
            Slip(
                right / n,
                f"You took the mean, but $dz^{{(2)}}$ has already been divided by {n}. That divides"
                " twice.",
                "divided-twice",
            ),
            Slip(
                float(dz[0, 0]),
                "That’s only the first example’s part. All the examples share this bias.",
                "bias-of-the-first-row",
            ),
            Slip(
                float(np.abs(dz).sum()),
                "You added up the sizes without the signs. Examples may pull in opposite"
                " directions.",
                "signs-lost",
            ),
        ),
        "backprop#the-batch",
        "backprop#figure-learning?data=xor",
    )
