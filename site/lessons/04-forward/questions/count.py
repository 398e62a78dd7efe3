import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 3, 1


def count(sizes):
    """Return the number of parameters of a network."""
    made = nn.MLP.random(sizes, np.random.default_rng(0))
    return float(sum(one.size for one in made.parameters))


@distinct
def make(rng):
    k, m = int(rng.integers(4, 60)), int(rng.integers(3, 30))
    right = count([k, m])
    return Numeric(
        f"A layer of {m} neurons reads {k} numbers. How many parameters has it?",
        right,
        0,
        f"{m} · {k} = {m * k} weights and {m} biases, one for each neuron.",
        (
            Slip(right - m, "Those are the weights. The biases count too.", "biases-forgotten"),
            Slip(
                right - m + k,
                "You counted a bias for each input. There is one for each neuron.",
                "bias-per-input",
            ),
            Slip(
                right - m + 1,
                "You counted one bias for the whole layer. Each neuron has its own.",
                "one-bias-per-layer",
            ),
            Slip(
                float(m + k), "You added the sizes. Every neuron reads every number.", "sizes-added"
            ),
        ),
        "forward#how-many-parameters",
        "forward#figure-network?step=0",
    )
