import numpy as np

from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "arrays", 2, 2
RECAP = "`x` has the shape `(4, 2)`"


def code(shape):
    return f"`{tuple(int(one) for one in shape)}`"


@distinct
def make(rng):
    n, k = (int(v) for v in rng.choice(np.arange(3, 40), 2, replace=False))
    axis = int(rng.integers(2))
    x = np.zeros((n, k))
    right = x.sum(axis=axis, keepdims=True).shape
    line = ("row", "column")[axis]
    return Choice(
        f"`x` has the shape ({n}, {k}). What is the shape of `x.sum(axis={axis}, keepdims=True)`?",
        Option(
            code(right),
            f"Axis {axis} is added up: its size, {x.shape[axis]}, becomes 1. With `keepdims`, it "
            f"stays, so the sums are a {line} that fits every {line} of `x`.",
        ),
        (
            Option(
                code(x.sum(axis=axis).shape),
                "That’s the shape without `keepdims`. With it, the axis stays, with size 1.",
                "keepdims-forgotten",
            ),
            Option(
                code(x.sum(axis=1 - axis, keepdims=True).shape),
                f"That’s the other axis. `axis={axis}` is the one whose size becomes 1.",
                "wrong-axis",
            ),
            Option(
                code(x.shape),
                "`keepdims` keeps the number of axes, but not their sizes: the axis that’s added "
                "up has size 1.",
                "keepdims-keeps-sizes",
            ),
        ),
        "arrays#axis",
        f"arrays#figure-axes?axis={axis}&keepdims=true",
    )
