import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 0, 3
RECAP = "Why are two ReLU"


def written(points):
    return ", ".join(point(one, 0) for one in points)


@distinct
def make(rng):
    s, t = (float(one) for one in rng.permutation(range(2, 21))[:2])
    W, b = np.array([[s, s], [t, t]]), np.array([0.0, -t])
    z = nn.linear(nn.xor()[0], W, b)
    return Choice(
        "Two hidden ReLU neurons read XOR’s inputs. The first has both weights"
        f" {number(s, 0)} and the bias 0. The second has both weights {number(t, 0)} and the bias"
        f" {number(-t, 0)}. Take their two activations as a point. At which points do (0, 0), (0,"
        " 1), (1, 0), and (1, 1) land?",
        Option(
            written(nn.relu(z)),
            "(0, 1) and (1, 0) land on the same point. ReLU has moved the point of (0, 0) from"
            f" {point(z[0], 0)} to (0, 0). So the three points now form a triangle, and a line can"
            f" separate {point(nn.relu(z)[1], 0)}, where XOR is 1, from the other two.",
        ),
        (
            Option(
                written(z),
                "You left out ReLU. These three points are on a straight line. The one where XOR is"
                " 1 is in the middle, so no other line can separate it from both of the others.",
                "relu-left-out",
            ),
            Option(
                written(np.abs(z)),
                "You took the absolute value: you dropped the minus sign. ReLU turns a negative sum"
                " into 0.",
                "absolute-value",
            ),
            Option(
                written(nn.relu_slope(z)),
                "Those are ReLU’s slopes, 1 where $z$ is positive. Its value there is $z$ itself.",
                "slope-for-value",
            ),
        ),
        "activations#xor-with-two-bends",
    )
