import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, rows, signed, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "arrays", 1, 1
RECAP = "Why does `x @ W.T`"


@distinct
def make(rng):
    x, W = whole(rng, -4, 5, (2, 2)), whole(rng, -4, 5, (2, 2))
    i, j = (int(v) for v in rng.integers(2, size=2))
    right = nn.linear(x, W, np.zeros(2))
    terms = [f"{signed(x[i, k], 0)} · {signed(W[j, k], 0)}" for k in range(2)]
    return Numeric(
        f"`x` has the rows {rows(x, 0)}, and `W` has the rows {rows(W, 0)}. What is entry "
        f"`[{i}, {j}]` of `x @ W.T`?",
        float(right[i, j]),
        0,
        f"Row {i} of `x` meets column {j} of `W.T`, which is row {j} of `W`, {point(W[j], 0)}: "
        f"{' + '.join(terms)} = {number(right[i, j], 0)}.",
        (
            Slip(
                float(nn.linear(x, W.T, np.zeros(2))[i, j]),
                "That’s the entry of `x @ W`. With `.T`, the *rows* of `W` become the columns.",
                "transpose-forgotten",
            ),
            Slip(
                float(right[j, i] if i != j else right[1 - i, 1 - j]),
                f"That’s a different entry. `[{i}, {j}]` means row {i} and column {j}, counted "
                "from 0.",
                "other-entry",
            ),
            Slip(
                float(x[i, j] * W[i, j]),
                "You multiplied a single pair, as `*` does. `@` multiplies a row by a column and "
                "adds up.",
                "elementwise",
            ),
        ),
        "arrays#rows-times-columns",
        "arrays#figure-product?step=1",
    )
