import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, power_of_ten
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 3, 2
CASES = range(5, 13)
STEEPEST = float(nn.sigmoid_slope(np.zeros(1))[0])
MIDDLE = float(nn.sigmoid(np.zeros(1))[0])


@distinct
def make(rng, layers):
    return Choice(
        f"A gradient goes back through {layers} sigmoid layers of one neuron each, with weights of"
        " 1. How much of it is left, at most?",
        Option(
            power_of_ten(STEEPEST**layers),
            f"A sigmoid’s slope is at most {number(STEEPEST)}, and the slopes of all {layers}"
            " layers multiply.",
        ),
        (
            Option(
                power_of_ten(MIDDLE**layers),
                f"You used {number(MIDDLE, 1)} for each layer. That’s the sigmoid’s *value* at 0."
                f" Its slope there is {number(STEEPEST)}.",
                "value-for-slope",
            ),
            Option(
                power_of_ten(STEEPEST / layers),
                "You divided by the number of layers. Instead, each layer multiplies by another"
                f" {number(STEEPEST)}.",
                "divided-by-layers",
            ),
            Option(
                power_of_ten(STEEPEST),
                "That’s what a single layer leaves. Each of the other layers multiplies again.",
                "last-layer-only",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=sigmoid&layers={min(layers, 10)}&weight=1",
    )
