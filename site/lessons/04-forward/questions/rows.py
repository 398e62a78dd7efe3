import numpy as np

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 1, 2


def make(rng):
    n = int(rng.integers(4, 33))
    row = int(rng.integers(1, n - 1))
    network, x = nn.traced_network(), rng.integers(-4, 5, (n, 2)).astype(float)
    before = network.probabilities(x)
    x[row] += 1
    touched = np.flatnonzero((network.probabilities(x) != before).any(axis=1))
    assert set(touched) <= {row}
    return Choice(
        f"A batch of {n} examples goes through a network and gives the probabilities `p`, with the"
        f" shape ({n}, 2). Now you change the numbers in row {row} of the input. What can change in"
        " `p`?",
        Option(
            f"Only row {row}, because each row depends on its own input",
            "A row of the result depends only on the same row of the input and on the weights.",
        ),
        (
            Option(
                "All rows, because softmax divides by a sum",
                "Softmax adds up along each row, over the classes of one example. It doesn’t look"
                " at the other rows.",
                "softmax-over-batch",
            ),
            Option(
                f"Rows {row} to {n - 1}, one after another",
                "Nothing is passed on from one row to the next: the examples go through side by"
                " side.",
                "rows-in-turn",
            ),
            Option(
                f"Only column {row % 2}",
                "You took a column for an example. A column belongs to a class, and a row is an"
                " example.",
                "rows-and-columns",
            ),
        ),
        "forward#the-batch",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
