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
        f"`W1` has the rows {rows(W)}, `b1` is {point(b)}, and `x` has the single row"
        f" {point(x, 0)}. Someone forgets the `.T` and writes `x @ W1 + b1`. What’s the result?",
        Option(
            point(right),
            "The shapes fit, so NumPy doesn’t complain. But each sum goes down a column of `W1`,"
            " and a neuron’s weights are a row.",
        ),
        (
            Option(
                point(nn.linear(x[None], W, b)[0]),
                "That’s what `x @ W1.T + b1` gives. Without the `.T`, the product uses the columns"
                " of `W1` instead of its rows.",
                "transpose-makes-no-difference",
            ),
            Option(
                "An error",
                "The shapes fit: (1, 2) times (2, 2). A square matrix can’t warn you.",
                "shape-always-warns",
            ),
            Option(
                point(nn.linear(x[None], W.T, np.zeros(2))[0]),
                "You used the columns, as this program does, but left out the bias.",
                "bias-forgotten",
            ),
        ),
        "forward#find-a-mistake-by-its-shape",
        "forward#figure-network?step=1&matrices=true",
    )
