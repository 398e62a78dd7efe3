from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 1, 2


@distinct
def make(rng):
    height, width = (int(one) for one in rng.choice(range(6, 33), 2, replace=False))
    row, column = int(rng.integers(1, height)), int(rng.integers(1, width))
    right = float(row * width + column)
    return Numeric(
        f"An image with {height} rows and {width} columns is laid out line after line, as one row"
        f" of numbers. At which position is its pixel in row {row}, column {column}? Everything is"
        " counted from 0.",
        right,
        0,
        f"Before it come {row} whole lines of {width} pixels, and then {column} pixels of its own"
        f" line: {row} · {width} + {column} = {right:.0f}.",
        (
            Slip(
                float(column * height + row),
                "You went down the columns. The image is laid out line after line.",
                "columns-first",
            ),
            Slip(
                float(column * width + row),
                "You swapped row and column. The row comes first, and it says how many whole lines"
                " come before.",
                "rows-and-columns",
            ),
            Slip(
                float(row * height + column),
                "You multiplied by the number of rows. A line is as long as there are *columns*.",
                "height-for-width",
            ),
            Slip(
                right + 1,
                "You started counting at 1. The first pixel is at position 0.",
                "counted-from-one",
            ),
            Slip(
                float((row - 1) * width + column),
                "You’re one line short. Row 0 comes first, so there are as many lines before row"
                f" {row} as its number says.",
                "one-line-short",
            ),
        ),
        "forward#ten-digits",
        "forward#figure-digits",
    )
