import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 2
RECAP = "What does the loss do if the learning rate"


@distinct
def make(rng):
    start, rate = float(rng.integers(1, 9)), float(rng.choice([0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1.1]))
    w, zero = np.array([start]), np.zeros(1)
    optimizer = nn.SGD([w], rate)
    optimizer.step([nn.squared_error_gradient(w, zero)])
    once = float(w[0])
    optimizer.step([nn.squared_error_gradient(w, zero)])
    return Numeric(
        "A network has only one weight w, and its loss is w², so the slope is 2w. Now w is"
        f" {number(start, 0)}, and the learning rate is {number(rate, 1)}. What is w after two"
        " steps of gradient descent? Give two decimals.",
        float(w[0]),
        2,
        f"After one step, w is {number(once)}. There the slope is another one,"
        f" {number(2 * once)}, and the second step subtracts {number(rate, 1)} times that.",
        (
            Slip(once, "That’s w after one step.", "one-step"),
            Slip(
                start - 2 * rate * 2 * start,
                "You used the first slope twice. It has to be computed anew after each step.",
                "old-slope",
            ),
            Slip(
                start * (1 - rate) ** 2,
                "You took w itself as the slope, but the slope of w² is 2w.",
                "factor-missing",
            ),
            Slip(
                start * (1 + 2 * rate) ** 2,
                "You added the steps. The slope points uphill, so subtract them.",
                "sign-of-update",
            ),
        ),
        "backprop#how-big-a-step",
    )
