import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 2


def count(height, width, size):
    """Return how many numbers a filter's map has."""
    x, W = np.zeros((1, 1, height, width)), np.zeros((1, 1, size, size))
    return float(nn.conv2d(x, W, np.zeros(1)).size)


@distinct
def make(rng):
    height, width = (int(one) for one in rng.choice(range(8, 33), 2, replace=False))
    size = int(rng.integers(2, 6))
    right = count(height, width, size)
    down, across = height - size + 1, width - size + 1
    return Numeric(
        f"A filter of {size} by {size} weights slides over an image with {height} rows and {width}"
        " columns, one pixel at a time. The window always stays inside the image. How many numbers"
        " does the map have in all?",
        right,
        0,
        f"The window fits at {height} − {size} + 1 = {down} heights, and in each of these rows at"
        f" {width} − {size} + 1 = {across} positions: {down} · {across} = {right:.0f}.",
        (
            Slip(
                float(height * width),
                "That’s one number for each pixel. At the last rows and columns, the window would"
                " stick out of the image.",
                "padded",
            ),
            Slip(
                count(height - 1, width - 1, size),
                "You’re one row and one column short: the last position, where the window touches"
                " the edge, counts, too.",
                "one-step-short",
            ),
            Slip(
                count(height + 1, width + 1, size),
                "You went one step too far: there, the window sticks out of the image.",
                "one-step-too-far",
            ),
            Slip(
                float((height // size) * (width // size)),
                "You let the window jump by its own size. It moves one pixel at a time, so the"
                " windows overlap.",
                "jumped",
            ),
            Slip(
                float(down),
                "That’s only how many rows the map has. Multiply by its columns.",
                "rows-alone",
            ),
        ),
        "forward#how-many-positions",
        "forward#figure-slide",
    )
