import numpy as np

from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 3, 3


@distinct
def make(rng):
    counts = rng.choice([100, 200, 300, 500, 700], 2, replace=False).astype(float)
    said = np.array([float(rng.integers(55, 70)), float(rng.integers(85, 98))])
    gaps = np.array([float(rng.integers(3, 15)), -float(rng.integers(3, 15))])
    if rng.integers(2):
        gaps *= -1
    right = np.minimum(said - gaps, 100)
    gaps = said - right
    answer = float((counts * np.abs(gaps)).sum() / counts.sum())
    return Numeric(
        "A network’s answers are sorted into two groups by confidence. In the first group, with"
        f" {counts[0]:.0f} answers, the average confidence is {said[0]:.0f}%, and {right[0]:.0f}%"
        f" of the answers are right. In the second, with {counts[1]:.0f} answers, it’s"
        f" {said[1]:.0f}%, and {right[1]:.0f}% are right. What’s the expected calibration error, in"
        " percent? Give one decimal.",
        answer,
        1,
        f"The gaps are {abs(gaps[0]):.0f} and {abs(gaps[1]):.0f} points. Weighted by group size,"
        f" their average is {number(answer, 1)}.",
        (
            Slip(
                float(np.abs(gaps).mean()),
                "You took the plain average of the gaps. A larger group counts more.",
                "groups-not-weighted",
            ),
            Slip(
                abs(float((counts * gaps).sum() / counts.sum())),
                "You let the two gaps cancel. Too confident and not confident enough are both"
                " errors, so each gap counts without its sign.",
                "gaps-cancel",
            ),
            Slip(
                float(np.abs(gaps).max()),
                "That’s only the larger gap. Take the weighted average of both.",
                "largest-gap",
            ),
        ),
        "loss#sure-and-how-often-right",
        "loss#figure-calibration",
        "%",
    )
