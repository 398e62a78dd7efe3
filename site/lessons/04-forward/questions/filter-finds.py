import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, rows
from course.quiz.items import Choice, Option

GOAL, LEVEL = 5, 1

DOWN = np.repeat([[-1.0], [0.0], [1.0]], 3, axis=1)
LINE = np.repeat([[-1.0], [2.0], [-1.0]], 3, axis=1)
DOT = np.full((3, 3), -1.0)
DOT[1, 1] = 2.0
INK_BELOW = np.repeat([[0.0], [1.0], [1.0]], 3, axis=1)
THIN = np.repeat([[0.0], [1.0], [0.0]], 3, axis=1)
SPOT = np.zeros((3, 3))
SPOT[1, 1] = 1.0

PATTERNS = {  # each with its filter, and what the window sees where the pattern is
    "top": ("At top edges of strokes", DOWN, INK_BELOW),
    "bottom": ("At bottom edges of strokes", DOWN[::-1], INK_BELOW[::-1]),
    "left": ("At left edges of strokes", DOWN.T, INK_BELOW.T),
    "right": ("At right edges of strokes", DOWN[::-1].T, INK_BELOW[::-1].T),
    "across": ("On thin horizontal lines", LINE, THIN),
    "upright": ("On thin vertical lines", LINE.T, THIN.T),
    "dot": ("On single dark pixels", DOT, SPOT),
    "hole": ("On single holes in the ink", -DOT, 1 - SPOT),
}
PAIRS = {
    "sign-turned": (("top", "bottom"), ("left", "right"), ("dot", "hole")),
    "rows-and-columns": (("top", "left"), ("bottom", "right"), ("across", "upright")),
}
CASES = tuple(PATTERNS)


@distinct
def make(rng, name):
    right, w, _ = PATTERNS[name]
    wrong = {
        one: slug
        for slug, pairs in PAIRS.items()
        for pair in pairs
        for one in pair
        if name in pair and one != name
    }
    others = [one for one in PATTERNS if one not in (name, *wrong)]
    chosen = rng.permutation(others)[: 3 - len(wrong)]
    wrong |= dict.fromkeys(map(str, chosen), "other-pattern")
    seen = np.array([PATTERNS[one][2] for one in (name, *wrong)])
    z = nn.conv2d(seen[:, None], w[None, None], np.zeros(1)).ravel()
    assert z[0] > z[1:].max(), "it answers most strongly to its own pattern"
    weights = "&".join(f"w{k}{j}={one:.0f}" for (k, j), one in np.ndenumerate(w))
    return Choice(
        f"Row by row, a filter has the weights {rows(w, 0)}, and its bias is 0. Ink is 1, and paper"
        " is 0. Where are its sums largest?",
        Option(
            right,
            "Put the ink where the weights are positive, and paper where they’re negative: then"
            " nothing is subtracted.",
        ),
        tuple(
            Option(
                PATTERNS[one][0],
                f"There, the sum is {number(z[k], 0)}, but where it’s largest, it’s"
                f" {number(z[0], 0)}. A filter for that has the weights"
                f" {rows(PATTERNS[one][1], 0)}.",
                slug,
            )
            for k, (one, slug) in enumerate(wrong.items(), start=1)
        ),
        "forward#patterns-in-images",
        f"forward#figure-slide?{weights}&b=0",
    )
