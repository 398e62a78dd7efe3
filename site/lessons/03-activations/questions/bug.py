from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "activations", 2, 3
LINES = (
    ("def sigmoid(z):", "It takes an array of any shape."),
    ("    a = np.empty_like(z)", "A new array of the same shape, so `z` itself stays as it is."),
    ("    e = np.exp(-np.abs(z))", "The exponent is never above 0, so nothing overflows."),
    ("    up = z >= 0", "A mask: where $z$ is not negative."),
    ("    a[up] = 1 / (1 + e[up])", "For $z \\ge 0$, $e$ is $e^{-z}$, and this is the usual form."),
    (
        "    a[~up] = e[~up] / (1 + e[~up])",
        "For $z < 0$, $e$ is $e^{z}$, and this is the other form.",
    ),
    ("    return a", "The activations, in the shape of `z`."),
)
WRONG = (
    (
        2,
        "    a = z",
        "This makes no new array: `a` and `z` are the same, and the input is overwritten.",
        "changed-in-place",
    ),
    (
        3,
        "    e = np.exp(-z)",
        "For very negative $z$ this takes $e$ to the power of a large positive number.",
        "overflow",
    ),
    (
        3,
        "    e = np.exp(np.abs(z))",
        "The minus is lost: now *every* large number, of either sign, overflows.",
        "sign",
    ),
    (
        4,
        "    up = z < 0",
        "The branches are swapped: each half gets the form of the other.",
        "branches-swapped",
    ),
    (
        6,
        "    a[~up] = 1 / (1 + e[~up])",
        "For negative $z$ this gives the sigmoid of $-z$: the whole curve would lie above a half.",
        "one-branch",
    ),
)


def make(rng):
    return Bug(
        "This sigmoid should be right for every `z`, leave `z` as it is and let no step overflow. "
        "One line is wrong. Which?",
        **spoilt(rng, LINES, WRONG),
        see="activations#a-sigmoid-that-no-z-breaks",
        figure="activations#figure-curves?activation=sigmoid&z=-4",
    )
