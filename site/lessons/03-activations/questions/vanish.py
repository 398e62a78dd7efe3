import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 3, 2
STEEPEST = float(nn.sigmoid_slope(np.zeros(1))[0])
MIDDLE = float(nn.sigmoid(np.zeros(1))[0])


def small(value):
    """Return a number as a power of ten where it is tiny."""
    if value >= 0.001:
        return number(value, 3)
    digits, power = f"{value:.1e}".split("e")
    return f"{digits} · 10^{int(power)}".replace("10^", "$10^{") + "}$"


@distinct
def make(rng):
    layers = int(rng.integers(4, 13))
    return Choice(
        f"A gradient goes back through {layers} sigmoid layers of one neuron each, with weights "
        "of 1. How much of it is left, at best?",
        Option(
            small(STEEPEST**layers),
            f"A sigmoid's slope is at most {number(STEEPEST)}, and the slopes of {layers} layers "
            "multiply.",
        ),
        (
            Option(
                small(MIDDLE**layers),
                f"You took {number(MIDDLE, 1)} for each layer. That is the sigmoid's *value* at 0; "
                f"its slope there is {number(STEEPEST)}.",
                "value-for-slope",
            ),
            Option(
                small(STEEPEST / layers),
                "You divided by the number of layers. Every layer multiplies once more.",
                "divided-by-layers",
            ),
            Option(
                small(STEEPEST),
                "That is what one layer leaves. The layers before it each take their part too.",
                "last-layer-only",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=sigmoid&layers={min(layers, 10)}&weight=1",
    )
