from itertools import combinations

from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "activations", 2, 2
RECAP = "Which form of the sigmoid"
SAFE = (
    ("np.exp(-np.abs({z}))", "The exponent is never above 0, so the power is at most 1."),
    (
        "np.exp(np.minimum({z}, 0))",
        "Positive numbers are replaced with 0 first, so no exponent is above 0.",
    ),
    (
        "1 / (1 + np.exp(-np.abs({z})))",
        "The exponent is never above 0, so the power is at most 1, and the sum at most 2.",
    ),
    ("np.maximum({z}, 0)", "ReLU doesn’t raise anything to a power, so nothing can overflow."),
)
UNSAFE = (
    (
        "1 / (1 + np.exp(-{z}))",
        "At −{size} the exponent is {size}. The end result happens to be right, but the power in"
        " between overflows.",
        "overflow",
    ),
    (
        "np.exp({z}) / (1 + np.exp({z}))",
        "At {size} both powers overflow, and `inf` divided by `inf` is `nan`.",
        "overflow-positive",
    ),
    (
        "np.where({z} < 0, np.exp({z}), np.exp(-{z}))",
        "`np.where` only chooses. Both powers are computed for all numbers first, including those"
        " for which they overflow.",
        "both-branches",
    ),
    (
        "np.exp(np.abs({z}))",
        "The minus sign is missing: at −{size} and at {size}, the exponent is {size}.",
        "sign",
    ),
)
PAIRS = list(combinations(range(4), 2))
CASES = [(PAIRS[i % 6], PAIRS[(i + i // 6 + 2) % 6]) for i in range(8)]


def make(rng, case):
    right, wrong = case
    z, size = rng.choice(["z", "t", "v"]), int(rng.choice([800, 1000, 5000]))
    return Several(
        f"`{z}` is an array of numbers from −{size} to {size}. Which of these never overflow, not"
        " even in a step in between?",
        tuple(Option(f"`{SAFE[i][0].format(z=z)}`", SAFE[i][1]) for i in right),
        tuple(
            Option(f"`{code.format(z=z)}`", reason.format(size=size), slug)
            for code, reason, slug in (UNSAFE[i] for i in wrong)
        ),
        "activations#a-sigmoid-that-no-z-breaks",
        "activations#figure-curves?activation=sigmoid",
    )
