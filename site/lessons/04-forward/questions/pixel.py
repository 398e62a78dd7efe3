from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 1, 2


@distinct
def make(rng):
    height, width = (int(one) for one in rng.choice(range(6, 33), 2, replace=False))
    row, column = int(rng.integers(1, height)), int(rng.integers(1, width))
    right = float(row * width + column)
    return Numeric(
        f"An image with {height} rows and {width} columns of pixels becomes one long list: its top"
        " row from left to right, then the next, and so on. At which position in the list"
        f" is the pixel in row {row}, column {column}? Rows, columns, and positions are counted"
        " from 0.",
        right,
        0,
        f"Before it come {row} whole rows of {width} pixels, and then {column} pixels of its own"
        f" row: {row} · {width} + {column} = {right:.0f}.",
        (
            Slip(
                float(column * height + row),
                "You went down the columns. The list goes through the image row by row.",
                "columns-first",
            ),
            Slip(
                float(column * width + row),
                "You swapped row and column. The number of the row says how many whole rows come"
                " before the pixel.",
                "rows-and-columns",
            ),
            Slip(
                float(row * height + column),
                "You multiplied by the number of rows. Each row has one pixel per *column*.",
                "height-for-width",
            ),
            Slip(
                right + 1,
                "You started counting at 1. The first pixel is at position 0.",
                "counted-from-one",
            ),
            Slip(
                float((row - 1) * width + column),
                f"You’re one row short. Rows are counted from 0, so before row {row} there’s also"
                f" row 0: {row} in all, not {row - 1}.",
                "one-line-short",
            ),
        ),
        "forward#ten-digits",
        "forward#figure-digits",
    )
