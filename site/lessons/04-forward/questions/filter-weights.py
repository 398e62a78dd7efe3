import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 2
RECAP = "A filter has few"


def dense(inputs, neurons):
    """Return how many parameters a layer of neurons has."""
    made = nn.MLP.random([inputs, neurons], np.random.default_rng(0))
    return float(sum(one.size for one in made.parameters))


@distinct
def make(rng):
    filters, size = int(rng.integers(2, 33)), int(rng.choice([2, 3, 4, 5, 7]))
    side = int(rng.integers(12, 33))
    right = dense(size * size, filters)
    return Numeric(
        f"A layer has {filters} filters of {size} by {size} weights, each with a bias. They slide"
        f" over a gray image of {side} by {side} pixels. How many parameters does the layer have?",
        right,
        0,
        f"Each filter has {size} · {size} weights and one bias, so {size * size + 1} parameters:"
        f" {filters} · {size * size + 1} = {right:.0f}. The size of the image doesn’t matter.",
        (
            Slip(
                right - filters,
                "Those are only the weights. Each filter has a bias as well.",
                "biases-forgotten",
            ),
            Slip(
                right - filters + 1,
                "You counted one bias for the whole layer. Each filter has its own.",
                "one-bias-per-layer",
            ),
            Slip(
                dense(side * side, filters),
                "You gave every filter a weight for each pixel of the image. It has only as many"
                " as its window has pixels.",
                "weight-per-pixel",
            ),
            Slip(
                right * (side - size + 1) ** 2,
                "You counted the weights again at every position. They’re the same everywhere.",
                "weights-per-position",
            ),
            Slip(
                dense(size * size, 1),
                "That’s one filter. The layer has several, each with its own weights.",
                "one-filter",
            ),
        ),
        "forward#fewer-weights-not-less-work",
        "forward#figure-slide",
    )
