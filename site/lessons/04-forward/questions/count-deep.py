import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 3, 2


def count(sizes):
    """Return the number of parameters of a network."""
    made = nn.MLP.random(sizes, np.random.default_rng(0))
    return float(sum(one.size for one in made.parameters))


@distinct
def make(rng):
    a, b, c, d = (int(rng.integers(low, high)) for low, high in ((10, 40), (5, 12), (3, 9), (2, 6)))
    right = count([a, b, c, d])
    return Numeric(
        f"How many weights and biases has a network {a} → {b} → {c} → {d}?",
        right,
        0,
        f"Weights: {a * b} + {b * c} + {c * d}. Biases: {b} + {c} + {d}. The input has none.",
        (
            Slip(
                right - b - c - d,
                "Those are the weights alone. Every neuron has a bias too.",
                "biases-forgotten",
            ),
            Slip(
                right + a,
                "You gave the inputs biases as well. They are only numbers, not neurons.",
                "input-biases",
            ),
            Slip(
                count([a, b]),
                "That is the first layer alone.",
                "first-layer-only",
            ),
            Slip(
                right - d,
                "The biases of the output layer are missing.",
                "output-biases-left-out",
            ),
        ),
        "forward#how-many-parameters",
        "forward#figure-digits",
    )
