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
    right = count([a, b + 1, c, d]) - count([a, b, c, d])
    return Numeric(
        f"You add one neuron to the first hidden layer of a network {a} → {b} → {c} → {d}. How many"
        " parameters does the network gain?",
        right,
        0,
        f"The new neuron reads {a} numbers, has 1 bias, and is read by {c} neurons of the next"
        f" layer: {a} + 1 + {c} = {right:.0f}.",
        (
            Slip(
                float(a + 1),
                f"You counted what goes into the neuron. Each of the next layer’s {c} neurons gets"
                " a new weight as well.",
                "outgoing-forgotten",
            ),
            Slip(
                float(a + c),
                "You left out the new neuron’s own bias.",
                "bias-forgotten",
            ),
            Slip(
                float(a + 1 + c + d),
                "You counted the output layer, too. It reads only the second hidden layer, so it"
                " stays as it is.",
                "next-but-one-layer",
            ),
            Slip(
                1.0,
                "That’s its bias. The neuron also has a weight for each connection.",
                "bias-alone",
            ),
        ),
        "forward#how-many-parameters",
        "forward#figure-digits",
    )
