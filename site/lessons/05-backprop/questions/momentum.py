import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 2


@distinct
def make(rng):
    momentum = float(rng.choice([0.5, 0.8, 0.9]))
    first, second = tenths(rng, -3, 3, 2)
    optimizer = nn.SGD([np.zeros(1)], 0.1, momentum)
    for slope in (first, second):
        optimizer.step([np.array([slope])])
    right = float(optimizer.velocities[0][0])
    return Numeric(
        f"SGD with a momentum of {number(momentum, 1)} keeps a number v per weight, which starts at"
        f" 0. A weight’s gradient is {number(first, 1)} at the first step and"
        f" {number(second, 1)} at the second. What is v after both steps? Give two decimals.",
        right,
        2,
        f"After the first step, v is {number(first, 1)}. Then it’s {number(momentum, 1)} ·"
        f" {signed(first, 1)} + {signed(second, 1)} = {number(right)}.",
        (
            Slip(
                float(first + second),
                "You added the gradients. Only a share of the old v is kept, as the momentum says.",
                "share-left-out",
            ),
            Slip(
                float(momentum * (first + second)),
                "You multiplied both by the momentum. The newest gradient counts in full.",
                "share-of-both",
            ),
            Slip(
                float(momentum * first),
                "That’s the share of the old v. Now add the new gradient.",
                "new-gradient-left-out",
            ),
            Slip(
                float(momentum * first + (1 - momentum) * second),
                "That’s a running mean, as in Adam. Here the new gradient is added in full.",
                "running-mean",
            ),
            Slip(
                float(first + momentum * second),
                "You took a share of the new gradient. It’s the old v of which a share is kept.",
                "shares-swapped",
            ),
        ),
        "backprop#sgd-momentum-adam",
    )
