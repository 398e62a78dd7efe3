import numpy as np

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 1, 2


def make(rng):
    n = int(rng.integers(4, 9))
    row = int(rng.integers(1, n - 1))
    network, x = nn.traced_network(), rng.integers(-4, 5, (n, 2)).astype(float)
    before = network.probabilities(x)
    x[row] += 1
    touched = np.flatnonzero((network.probabilities(x) != before).any(axis=1))
    assert set(touched) <= {row}
    return Choice(
        f"A batch of {n} examples goes through a network and gives the probabilities `p`, of shape "
        f"({n}, 2). Now you change the numbers in row {row} of the input. Which part of `p` can "
        "change?",
        Option(
            f"Row {row} only",
            "Rows never mix. A row of the result depends on the same row of the input and on the "
            "weights, and on nothing else.",
        ),
        (
            Option(
                "All rows, since softmax divides by a sum",
                "Softmax adds up along each row: the classes of one example. It does not look at "
                "the neighbours.",
                "softmax-over-batch",
            ),
            Option(
                f"Rows {row} to {n - 1}",
                "Nothing is passed on from row to row: the examples go through side by side.",
                "rows-in-turn",
            ),
            Option(
                f"Column {row % 2} only",
                "A column belongs to a class. An example is a row.",
                "rows-and-columns",
            ),
        ),
        "forward#the-batch",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
