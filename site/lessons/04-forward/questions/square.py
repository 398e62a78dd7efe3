import numpy as np

import nn
from course.quiz.fresh import distinct, point, rows, traced_like, whole
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 4, 3


@distinct
def make(rng):
    network, x = traced_like(rng), whole(rng, -4, 4, 2)
    W, b = network.weights[0], network.biases[0]
    right = nn.linear(x[None], W.T, b)[0]
    return Choice(
        f"`W1` has the rows {rows(W)}, `b1` is {point(b)} and `x` is the one row {point(x, 0)}. "
        "Someone forgets the `.T` and writes `x @ W1 + b1`. What comes out?",
        Option(
            point(right),
            "Both sizes are 2, so the shapes fit and NumPy does not complain. But each sum goes "
            "down a column of `W1`, which belongs to no neuron.",
        ),
        (
            Option(
                point(nn.linear(x[None], W, b)[0]),
                "That is what `x @ W1.T + b1` gives. Without the `.T` the columns are taken for "
                "the "
                "neurons.",
                "transpose-makes-no-difference",
            ),
            Option(
                "An error: the shapes do not fit",
                "They do: (1, 2) times (2, 2). A square matrix cannot warn you.",
                "shape-always-warns",
            ),
            Option(
                point(nn.linear(x[None], W.T, np.zeros(2))[0]),
                "The columns are right, but the bias is missing.",
                "bias-forgotten",
            ),
        ),
        "forward#find-a-mistake-by-its-shape",
        "forward#figure-network?step=1&matrices=true",
    )
