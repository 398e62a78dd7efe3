import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, signed
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 6, 2
LONG = ((3.0, 4.0), (4.0, 3.0), (6.0, 8.0), (8.0, 6.0), (5.0, 12.0), (12.0, 5.0), (8.0, 15.0))


@distinct
def make(rng):
    u, v = (np.array(LONG[k]) for k in rng.choice(len(LONG), 2, replace=False))
    v = v * rng.choice([-1.0, 1.0], 2)
    right = float(nn.cosine_similarity(u[None], v[None])[0, 0])
    if abs(right) > 0.995:
        raise ValueError("they point in the same direction")
    lengths = [float(np.linalg.norm(one)) for one in (u, v)]
    added = float(nn.matmul(u[None], v[:, None])[0, 0])
    products = f"{u[0]:.0f} · {signed(v[0], 0)} + {u[1]:.0f} · {signed(v[1], 0)}"
    return Numeric(
        f"Two embeddings are {point(u, 0)} and {point(v, 0)}, of lengths {lengths[0]:.0f} and"
        f" {lengths[1]:.0f}. What is their cosine similarity? Give two decimals. You may use a"
        " calculator.",
        right,
        2,
        f"({products}) / ({lengths[0]:.0f} · {lengths[1]:.0f}) = {number(added, 0)} /"
        f" {lengths[0] * lengths[1]:.0f}, about {number(right, 2)}.",
        (
            Slip(
                added,
                "You multiplied and added, but didn’t divide. Longer lists would then seem more"
                " alike just because they’re long.",
                "not-divided",
            ),
            Slip(
                added / lengths[0],
                "You divided by the first length only. Divide by both.",
                "one-length",
            ),
            Slip(
                added / sum(lengths),
                "You divided by the sum of the two lengths. Divide by their product.",
                "lengths-added",
            ),
            Slip(
                float(nn.cosine_similarity(np.abs(u)[None], np.abs(v)[None])[0, 0]),
                "You dropped a minus sign. Entries with different signs count against each other.",
                "sign-ignored",
            )
            if (v < 0).any()
            else Slip(
                added / (lengths[0] * lengths[1]) ** 2,
                "You divided by the squares of the lengths. Take the lengths themselves.",
                "squared",
            ),
        ),
        "forward#embeddings",
        "forward#figure-alike",
    )
