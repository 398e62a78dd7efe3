import numpy as np

from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

GOAL, LEVEL = 5, 3
CASES = [(gap, better) for gap in (1, 2, 3, 4) for better in "AB"]


@distinct
def make(rng, case):
    gap, better = case
    other = "B" if better == "A" else "A"
    low = float(np.round(rng.uniform(1.2, 6), 1))
    sums = {better: low, other: low + gap}
    factor = number(float(np.exp(gap)), 1)
    ratio = number((low + gap) / low, 1)
    return Choice(
        "Two networks answer for the same examples. The cross-entropy losses of the single examples"
        f" add up to {number(sums['A'], 1)} for network A and to {number(sums['B'], 1)} for"
        " network B. How do their likelihoods compare?",
        Option(
            f"{better}’s is {factor} times {other}’s",
            "The likelihood is $e$ to the power of minus the sum of the losses. A smaller sum means"
            f" a larger likelihood, and the ratio is $e^{{{gap}}}$.",
        ),
        (
            Option(
                f"{other}’s is {factor} times {better}’s",
                "You forgot the minus: a large loss means a small probability.",
                "minus-forgotten",
            ),
            Option(
                f"{better}’s is {ratio} times {other}’s",
                "You divided the losses. They are logarithms, so their difference counts.",
                "losses-divided",
            ),
            Option(
                f"{better}’s is {gap}.0 times {other}’s",
                "You took the difference of the losses for the factor. It’s only the exponent.",
                "exponent-for-factor",
            ),
        ),
        "loss#why-minus-ln-p",
    )
