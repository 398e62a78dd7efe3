import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 2, 2


@distinct
def make(rng):
    classes, height = int(rng.choice([3, 5, 10])), float(rng.integers(5, 10))
    z, y = np.zeros((1, classes)), np.array([1])
    z[0, 0] = height
    p = nn.softmax(z)
    strong = -float(nn.cross_entropy_gradient(z, y)[0, 1])
    slope = p.size * nn.squared_error_gradient(p, nn.one_hot(y, classes))
    weak = -float(nn.softmax_backward(slope, p)[0, 1])
    bare = -float(slope[0, 1])

    def text(first, second):
        return f"Cross-entropy with {number(first, 4)}, squared error with {number(second, 4)}"

    return Choice(
        f"Of {classes} logits, that of a wrong class is {number(height, 0)} and all others are 0, "
        f"so "
        "the network is surely wrong. How hard do the two losses push the true logit up? The "
        "squared error is added up over the classes.",
        Option(
            text(strong, weak),
            "Cross-entropy pushes with $1 - p$. The squared error's slope has to pass back through "
            "softmax, which is saturated here, and all but vanishes.",
        ),
        (
            Option(
                text(weak, strong),
                "They are swapped. The squared error is the one that passes through softmax's "
                "slope.",
                "losses-swapped",
            ),
            Option(
                text(strong, bare),
                "For the squared error you took the slope at the *probability*. On the way to the "
                "logit it is multiplied by softmax's slope.",
                "slope-at-p",
            ),
            Option(
                text(strong, strong),
                "The error $p - y$ is the same, but only in cross-entropy does the logarithm "
                "cancel "
                "softmax's slope.",
                "same-error-same-push",
            ),
        ),
        "loss#why-not-squared-error",
        "loss#figure-logits?drawing=1&squared=true",
    )
