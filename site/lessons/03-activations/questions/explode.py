import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 3, 1
CASES = [(2, 6), (3, 4), (2, 8), (4, 3), (2, 9), (3, 5), (4, 5), (5, 3)]  # weight, layers


@distinct
def make(rng, case):
    weight, layers = case
    right = float(nn.chain(1.0, np.full(layers, float(weight)), "relu").products[-1])
    return Numeric(
        f"A chain of {layers} ReLU neurons, each with the weight {weight} and no bias, starts from"
        " $x = 1$. You move $x$ a little. How many times as far does the end move?",
        right,
        0,
        f"All the neurons are on, with slope 1, so each one multiplies the movement by {weight}."
        " That’s how gradients explode.",
        (
            Slip(
                1.0,
                "ReLU’s slope is 1, but each neuron also multiplies by its weight.",
                "weights-left-out",
            ),
            Slip(
                float(weight * layers),
                "You added the factors. Each neuron scales what the one before it passes on, so"
                " they multiply.",
                "added",
            ),
            Slip(
                float(weight),
                "That’s what one neuron does. All the others multiply, too.",
                "one-layer",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=relu&layers={layers}&weight={min(weight, 4)}"
        if weight <= 4
        else "activations#figure-chain?activation=relu",
    )
