import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, signed, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 5, 2
RECAP = "What does a ReLU's output"


@distinct
def make(rng):
    x = np.cumsum([0.0, *rng.permutation([1.0, 2.0, 4.0])[:2]])
    first, second = whole(rng, -5, 5, 2)
    y = float(rng.integers(-3, 6)) + np.array([0.0, first * x[1], 0.0])
    y[2] = y[1] + second * (x[2] - x[1])
    weight = float(nn.relu_through(x, y).weights[1][0, 1])
    a, b, c = (point(one, 0) for one in zip(x, y, strict=True))
    rise = y[2] - y[1]
    slope = rise / (x[2] - x[1])
    return Numeric(
        f"The output of a network with one input should join the points {a}, {b}, and {c} by two"
        f" straight pieces. The first hidden ReLU neuron bends at $x = 0$, the second at $x ="
        f" {x[1]:.0f}$. What’s the second neuron’s output weight?",
        weight,
        0,
        f"The slope changes from {number(first, 0)} to {number(slope, 0)}, so the weight is"
        f" {number(slope, 0)} − {signed(first, 0)} = {number(weight, 0)}.",
        (
            Slip(
                slope,
                "That’s the slope of the second piece. The first neuron is still on there, so the"
                " second one only has to change its slope.",
                "slope-for-change",
            ),
            Slip(
                float(-weight),
                "You subtracted the wrong way around. It’s the slope after the bend minus the slope"
                " before it.",
                "sign-reversed",
            ),
            Slip(
                float(slope + first),
                "You added the two slopes. The weight is the change from the first to the second.",
                "slopes-added",
            ),
            Slip(
                float(rise - (y[1] - y[0])),
                "You used how far each piece rises, without dividing by how long it is.",
                "distance-forgotten",
            ),
        ),
        "activations#any-curve-from-bends",
    )
