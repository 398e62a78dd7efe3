import numpy as np

from course.quiz.fresh import distinct, point, rows, whole
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "arrays", 3, 3
RECAP = "What's the difference between"


@distinct
def make(rng):
    z = whole(rng, -9, 9, (3, 3))
    y = rng.permutation(3)
    picked = z[np.arange(3), y]
    return Choice(
        f"`z` has the rows {rows(z, 0)}, and `y` is {point(y, 0)}. What is `z[np.arange(3), y]`?",
        Option(
            point(picked, 0),
            "One entry per row: row 0 with `y[0]`, row 1 with `y[1]`, and row 2 with `y[2]`. "
            "Columns count from 0.",
        ),
        (
            Option(
                point(z.max(axis=1), 0),
                "Those are the largest entries. `y` says which ones to pick, large or not.",
                "largest-picked",
            ),
            Option(
                point(z[y, np.arange(3)], 0),
                "That’s `z[y, np.arange(3)]`. The first index is the row, and here the rows are 0, "
                "1, 2.",
                "indices-swapped",
            ),
            Option(
                point(z[np.arange(3), y - 1], 0),
                "You counted the columns from 1, but in code, the first one is number 0. (You’d"
                f" need column −1 for `y[{list(y).index(0)}]`, and in NumPy, that’s the last one.)",
                "counted-from-one",
            ),
        ),
        "arrays#masks-and-picks",
        "arrays#figure-choosing?by=pick",
    )
