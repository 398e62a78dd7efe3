import numpy as np

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 2, 2


def make(rng):
    z = np.array([float(rng.choice([800, 900, 1000, 2000]))])
    with np.errstate(all="ignore"):
        e = np.exp(z)
        broken, first = e / (1 + e), 1 / (1 + np.exp(-z))
    return Choice(
        f"What does NumPy give for `np.exp(z) / (1 + np.exp(z))` at `z = {z[0]:.1f}`?",
        Option(
            f"`{broken[0]}`",
            f"`np.exp(z)` is too large for a float and becomes `{e[0]}`. Infinite divided by "
            f"infinite is `{broken[0]}`.",
        ),
        (
            Option(
                f"`{nn.sigmoid(z)[0]}`",
                "That is the right result, and what the other form, `1 / (1 + np.exp(-z))`, gives "
                f"here: `{first[0]}`. This form takes the power of a large positive number.",
                "overflow-positive",
            ),
            Option(
                f"`{e[0]}`",
                f"`np.exp(z)` is `{e[0]}` indeed. But so is what it is divided by, and their "
                "quotient is no number.",
                "overflow-not-divided",
            ),
            Option(
                f"`{1 / (1 + e[0])}`",
                "That would be 1 divided by the sum. Here the numerator has overflowed too.",
                "numerator-forgotten",
            ),
        ),
        "activations#a-sigmoid-that-no-z-breaks",
        "activations#figure-curves?activation=sigmoid&z=6",
    )
