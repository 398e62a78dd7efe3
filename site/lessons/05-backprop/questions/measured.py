import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 2, 2
RECAP = "Why do you measure"


@distinct
def make(rng):
    w, h = np.array([float(tenths(rng, 0.5, 4))]), 0.1
    bend = float(rng.integers(1, 4))

    def loss(at):
        return float(bend * at[0] ** 2)  # any smooth loss; the reader sees only its values

    right = float(nn.numerical_gradient(loss, w, h)[0])
    here, above, below = loss(w), loss(w + h), loss(w - h)
    return Numeric(
        f"You nudge a weight of {number(w[0], 1)} by $h$ = {number(h, 1)}, down and up. The loss is"
        f" {number(below)} at {number(w[0] - h, 1)}, {number(here)} at {number(w[0], 1)}, and"
        f" {number(above)} at {number(w[0] + h, 1)}. What slope do you get from both nudges"
        " together? Give two decimals.",
        right,
        2,
        f"Take the difference of the two outer losses, {number(above - below)}, and divide it by"
        f" the distance between the two nudges, 2 · {number(h, 1)}.",
        (
            Slip(
                (above - here) / h,
                "You used only the nudge up. With both nudges, the error is far smaller.",
                "one-sided",
            ),
            Slip(
                (here - below) / h,
                "You used only the nudge down. With both nudges, the error is far smaller.",
                "one-sided-below",
            ),
            Slip(
                (above - below) / h,
                "You divided by $h$. From one nudge to the other, it’s $2h$.",
                "divided-by-h",
            ),
            Slip(
                above - below,
                "That’s the difference of the losses. Divide it by $2h$.",
                "not-divided",
            ),
            Slip(
                (below - above) / (2 * h),
                "You subtracted the wrong way around. Start with the loss after the nudge up.",
                "sign",
            ),
        ),
        "backprop#measure-it",
        "backprop#figure-nudge?exponent=-1",
    )
