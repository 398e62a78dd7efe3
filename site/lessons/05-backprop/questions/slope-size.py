import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 2
CASES = [(one, lower) for one in (0.01, 0.02, 0.03, 0.05) for lower in (False, True)]


@distinct
def make(rng, case):
    slope = float(tenths(rng, -3, 3))
    change, lower = case
    signed = -change if lower else change
    (row,) = nn.linear(np.array([[signed]]), np.array([[slope]]), np.zeros(1))
    return Numeric(
        f"The slope of the loss at a weight is {number(slope, 1)}. You"
        f" {'lower' if lower else 'raise'} this weight by {number(change)}. By about how much does"
        " the loss change? Give three decimals, with the sign.",
        float(row[0]),
        3,
        f"Multiply the slope by the change, which is {number(signed)} here.",
        (
            Slip(
                -float(row[0]),
                "The sign is wrong. With a positive slope, loss and weight change in the same"
                " direction. With a negative slope, they change in opposite directions.",
                "sign",
            ),
            Slip(slope, "That’s the slope, the change for a whole unit.", "slope-alone"),
            Slip(signed, "That’s the weight’s change. The slope is missing.", "change-alone"),
            Slip(
                slope / signed,
                "You divided. The slope is the loss’s change *per unit*, so multiply.",
                "divided",
            ),
        ),
        "backprop#gradient-size",
    )
