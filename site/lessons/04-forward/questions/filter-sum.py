import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, rows, signed, whole
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 5, 1


def answer(ink, w, b):
    """Return a filter's sum over a window of its own size."""
    return float(nn.conv2d(ink[None, None], w[None, None], np.array([b]))[0, 0, 0, 0])


@distinct
def make(rng):
    ink, w = (rng.integers(low, 4, (3, 3)).astype(float) for low in (0, -2))
    b = float(whole(rng, -3, 3))
    z = answer(ink, w, b)
    return Numeric(
        f"A filter’s window lies over the pixels {rows(ink, 0)}, row by row. The filter’s weights"
        f" are {rows(w, 0)}, and its bias is {number(b, 0)}. What’s z at this position?",
        z,
        0,
        "Each pixel meets the weight at its own position in the window. The nine products add up"
        f" to {number(z - b, 0)}, and with the bias, {number(z - b, 0)} + {signed(b, 0)} ="
        f" {number(z, 0)}.",
        (
            Slip(
                answer(ink, w, 0.0),
                "You left out the bias. A filter is a neuron, so it adds one.",
                "bias-forgotten",
            ),
            Slip(
                answer(ink, w[::-1, ::-1], b),
                "You flipped the filter. Here, as in PyTorch, the first weight meets the first"
                " pixel.",
                "flipped",
            ),
            Slip(
                answer(ink, w.T, b),
                "You swapped the filter’s rows and columns. Its first row belongs to the window’s"
                " first row.",
                "filter-transposed",
            ),
            Slip(
                answer(ink, w, w.size * b),
                "You added the bias nine times, once for each weight. It’s added once per"
                " position.",
                "bias-per-weight",
            ),
        ),
        "forward#one-position-by-hand",
        "forward#figure-slide",
    )
