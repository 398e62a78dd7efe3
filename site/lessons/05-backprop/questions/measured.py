import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 2, 2


@distinct
def make(rng):
    w, h = np.array([float(tenths(rng, 1, 3))]), 0.1

    def loss(at):
        return float(at[0] ** 2)  # any smooth loss; the reader sees only its values

    right = float(nn.numerical_gradient(loss, w, h)[0])
    here, above, below = loss(w), loss(w + h), loss(w - h)
    return Numeric(
        f"You nudge a weight of {number(w[0], 1)}. The loss is {number(below)} at "
        f"{number(w[0] - h, 1)}, {number(here)} at {number(w[0], 1)} and {number(above)} at "
        f"{number(w[0] + h, 1)}. Which slope do you measure from both sides?",
        right,
        2,
        f"The difference of both losses, {number(above - below)}, divided by the way between them, "
        f"2 · {number(h, 1)}.",
        (
            Slip(
                (above - here) / h,
                "You measured from one side. From both sides the error is far smaller.",
                "one-sided",
            ),
            Slip(
                (above - below) / h,
                "You divided by $h$. From one nudge to the other it is $2h$.",
                "divided-by-h",
            ),
            Slip(
                above - below,
                "That is the difference of the losses. It has still to be divided by $2h$.",
                "not-divided",
            ),
            Slip(
                (below - above) / (2 * h),
                "The sign is turned round: the loss after the nudge up comes first.",
                "sign",
            ),
        ),
        "backprop#measure-it",
        "backprop#figure-nudge?exponent=-1",
    )
