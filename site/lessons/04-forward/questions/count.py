import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 3, 1
RECAP = "A network 100"


def count(sizes):
    """Return the number of parameters of a network."""
    made = nn.MLP.random(sizes, np.random.default_rng(0))
    return float(sum(one.size for one in made.parameters))


@distinct
def make(rng):
    a, b, c = int(rng.integers(10, 60)), int(rng.integers(5, 20)), int(rng.integers(2, 9))
    right = count([a, b, c])
    return Numeric(
        f"How many parameters does a network {a} → {b} → {c} have?",
        right,
        0,
        f"It has {b} · {a} + {c} · {b} = {a * b + b * c} weights and {b} + {c} = {b + c} biases,"
        " one per neuron. The inputs have none.",
        (
            Slip(
                right - b - c,
                "Those are only the weights. Every neuron has a bias as well.",
                "biases-forgotten",
            ),
            Slip(
                right + a,
                "You gave the inputs biases, too. Inputs aren’t neurons, just numbers.",
                "input-biases",
            ),
            Slip(
                right - b - c + 2,
                "You counted one bias per layer. Each neuron has its own.",
                "one-bias-per-layer",
            ),
            Slip(
                count([a, b]),
                "That’s the first layer alone. The output layer has parameters, too.",
                "first-layer-only",
            ),
        ),
        "forward#how-many-parameters",
        "forward#figure-digits",
    )
