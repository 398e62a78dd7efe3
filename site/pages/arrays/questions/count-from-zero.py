from course.figures.svg import number
from course.quiz.fresh import distinct, point, rows, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "arrays", 0, 1

NTH = ("first", "second", "third")


@distinct
def make(rng):
    x = whole(rng, 1, 9, (3, 3))
    i, j = (int(v) for v in rng.permutation(3)[:2])
    return Numeric(
        f"`x` has the rows {rows(x, 0)}. What is `x[{i}, {j}]`?",
        float(x[i, j]),
        0,
        f"The row comes first, and both count from 0. So it’s the {NTH[i]} row, {point(x[i], 0)}, "
        f"and in it the {NTH[j]} number, {number(x[i, j], 0)}.",
        (
            Slip(
                float(x[j, i]),
                "You took the column first. The first index is the row.",
                "indices-swapped",
            ),
            *(
                (
                    Slip(
                        float(x[i - 1, j - 1]),
                        "You counted from 1. In code, the first row and the first column are"
                        " number 0.",
                        "counted-from-one",
                    ),
                )
                if i and j  # counted from 1, there's no 0
                else ()
            ),
        ),
        "arrays#shape",
        f"arrays#figure-counting?entry={2 * i + min(j, 1)}",
    )
