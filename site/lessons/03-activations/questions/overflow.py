import numpy as np

import nn
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 2, 2
CASES = [(way, size) for size in (800, 900, 1000, 2000) for way in (1, -1)]


def make(rng, case):
    way, size = case
    z = np.array([float(way * size)])
    with np.errstate(all="ignore"):
        plain = np.exp(z) / (1 + np.exp(z)) if way > 0 else 1 / (1 + np.exp(-z))
    code = "np.exp(z) / (1 + np.exp(z))" if way > 0 else "1 / (1 + np.exp(-z))"
    power = "np.exp(z)" if way > 0 else "np.exp(-z)"
    on_paper = nn.sigmoid(z)[0]
    overflows = (
        f"`{power}` is larger than any float and becomes `inf`. (In a browser, NumPy"
        " doesn’t even warn you. `math.exp` would stop with an error.)"
    )
    why = (
        f"{overflows} And `inf` divided by `inf` is `nan`, “not a number”."
        if way > 0
        else f"{overflows} But 1 divided by `inf` is 0, so the result is right by luck."
    )
    reasons = {
        "1.0": (
            "That’s what the sigmoid is on paper. Here the power is too large for a float."
            if way > 0
            else "For very negative $z$, the sigmoid is close to 0, not to 1.",
            "overflow-positive" if way > 0 else "wrong-end",
        ),
        "inf": (
            "You stopped halfway. The power is in the denominator"
            f"{', too' if way > 0 else ', so 1 is divided by it'}.",
            "overflow-not-divided",
        ),
        "0.0": ("That would be 1 divided by `inf`, but here the numerator overflows, too.",
                "numerator-forgotten"),
        "nan": ("For `nan` you’d need `inf` divided by `inf`. Here the numerator is 1.",
                "lucky-form-feared"),
    }  # fmt: skip
    right = str(plain[0])
    assert right == ("nan" if way > 0 else "0.0")
    assert way < 0 or on_paper == 1
    return Choice(
        f"What does NumPy give for `{code}` if `z` is `np.array({z[0]:.1f})`?",
        Option(f"`{right}`", why),
        tuple(
            Option(f"`{text}`", reason, slug)
            for text, (reason, slug) in reasons.items()
            if text != right
        ),
        "activations#a-sigmoid-that-no-z-breaks",
        "activations#figure-curves?activation=sigmoid",
    )
