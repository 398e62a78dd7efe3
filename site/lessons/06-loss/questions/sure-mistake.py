import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 2, 2
RECAP = "Why does squared error"


CASES = [(10, 5), (10, 6), (10, 7), (10, 9), (5, 6), (5, 8), (3, 5), (3, 7)]


@distinct
def make(rng, case):
    classes, height = case[0], float(case[1])
    z, y = np.zeros((1, classes)), np.array([1])
    z[0, 0] = height
    p = nn.softmax(z)
    strong = -float(nn.cross_entropy_gradient(z, y)[0, 1])
    slope = p.size * nn.squared_error_gradient(p, nn.one_hot(y, classes))
    weak = -float(nn.softmax_backward(slope, p)[0, 1])
    bare = -float(slope[0, 1])

    def text(first, second):
        return f"Cross-entropy by {number(first, 4)}, squared error by {number(second, 4)}"

    return Choice(
        f"There are {classes} classes. A wrong one has the logit {number(height, 0)}, and all the"
        " others have 0, including the true one. So the network is confidently wrong. By how much"
        " would each loss raise the"
        " true class’s logit, if a step with learning rate 1 moved the logits themselves? The"
        " squared error is summed over the classes.",
        Option(
            text(strong, weak),
            "Cross-entropy raises it by $1 - p_y$. The squared error’s slope contains the factor"
            " $p_y$, which is almost 0 here.",
        ),
        (
            Option(
                text(weak, strong),
                "You swapped the two. It’s the squared error whose slope contains the factor"
                " $p_y$.",
                "losses-swapped",
            ),
            Option(
                text(strong, bare),
                "For the squared error, you took the slope at the *probability*. To get to the"
                " logit, go back through softmax along *all* the probabilities.",
                "slope-at-p",
            ),
            Option(
                text(strong, strong),
                "The error $p_y - 1$ is the same for both, but only in cross-entropy does the"
                " factor $p_y$ cancel.",
                "same-error-same-push",
            ),
        ),
        "loss#why-not-squared-error",
        "loss#figure-logits?drawing=3&squared=true",
    )
