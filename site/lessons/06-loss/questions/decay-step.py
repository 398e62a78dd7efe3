import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 1


@distinct
def make(rng):
    w, slope = (float(one) for one in tenths(rng, -2, 2, 2))
    rate, decay = float(rng.choice([0.1, 0.2, 0.5])), float(rng.choice([0.1, 0.2, 0.4]))
    moved = [np.array([[w]])]
    nn.SGD(moved, rate, weight_decay=decay).step([np.array([[slope]])])
    return Numeric(
        f"A weight is {number(w, 1)}, and the loss’s slope there is {number(slope, 1)}. The"
        f" learning rate is {number(rate, 1)}, and the weight decay λ is {number(decay, 1)}."
        " What’s the weight after one step of gradient descent with weight decay? Give three"
        " decimals.",
        float(moved[0][0, 0]),
        3,
        "λ times the weight is added to the slope. The learning rate multiplies both, and the"
        " result is subtracted from the weight.",
        (
            Slip(
                w - rate * slope,
                "You left out the weight decay. It adds λ times the weight to the slope.",
                "decay-forgotten",
            ),
            Slip(
                w - rate * (slope - decay * w),
                "Your decay has the wrong sign, so it pushes the weight away from 0.",
                "decay-grows",
            ),
            Slip(
                w - rate * slope - decay * w,
                "You left the learning rate out of the decay. It multiplies both terms.",
                "decay-without-rate",
            ),
            Slip(
                w + rate * (slope + decay * w),
                "You added the step. Subtract it, to go downhill.",
                "gradient-sign",
            ),
        ),
        "loss#weights-kept-small",
    )
