from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "activations", 2, 3
LINES = (
    ("def sigmoid(z):", "This is right: `z` can be an array of any shape."),
    (
        "    a = np.zeros(z.shape)",
        "This is right: it makes a new array of the same shape, so `z` stays as it is.",
    ),
    (
        "    e = np.exp(-np.abs(z))",
        "This is right: the exponent is never above 0, so nothing can overflow.",
    ),
    (
        "    up, down = z >= 0, z < 0",
        "This is right: two masks, one True where $z$ is at least 0, and one where it’s below.",
    ),
    (
        "    a[up] = 1 / (1 + e[up])",
        "This is right: where $z \\ge 0$, the sigmoid is $1 / (1 + e^{-|z|})$.",
    ),
    (
        "    a[down] = e[down] / (1 + e[down])",
        "This is right: where $z < 0$, the sigmoid is $e^{-|z|} / (1 + e^{-|z|})$.",
    ),
    ("    return a", "This is right: it returns the activations, in the shape of `z`."),
)
WRONG = (
    (
        2,
        "    a = z",
        "This doesn’t make a new array: `a` and `z` are the same array, so the function overwrites"
        " its input.",
        "changed-in-place",
    ),
    (
        3,
        "    e = np.exp(-z)",
        "For a very negative $z$, this raises $e$ to a large positive power, which overflows.",
        "overflow",
    ),
    (
        3,
        "    e = np.exp(np.abs(z))",
        "The minus sign is missing. Now every large number overflows, positive or negative.",
        "sign",
    ),
    (
        4,
        "    up, down = z < 0, z >= 0",
        "The two masks are swapped, so each form of the sigmoid is used for the wrong numbers.",
        "branches-swapped",
    ),
    (
        5,
        "    a[up] = e[up] / (1 + e[up])",
        "For positive $z$, this gives the sigmoid of $-z$, so the whole curve would be at most a"
        " half.",
        "one-branch",
    ),
    (
        5,
        "    a[up] = 1 / 1 + e[up]",
        "The parentheses are missing, so Python divides 1 by 1 and then adds `e`. That’s more than"
        " 1, and a sigmoid never is.",
        "parentheses-missing",
    ),
    (
        6,
        "    a[down] = 1 / (1 + e[down])",
        "For negative $z$, this gives the sigmoid of $-z$, so the whole curve would be at least a"
        " half.",
        "one-branch",
    ),
    (
        6,
        "    a[down] = e[down]",
        "The denominator is missing. Just below 0 this gives almost 1, but a sigmoid is about a"
        " half there.",
        "not-divided",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This sigmoid should be right for every `z`, leave `z` unchanged, and never overflow. Which"
        " line is wrong?",
        **spoilt(LINES, case),
        see="activations#a-sigmoid-that-no-z-breaks",
        figure="activations#figure-curves?activation=sigmoid&z=-4",
    )
