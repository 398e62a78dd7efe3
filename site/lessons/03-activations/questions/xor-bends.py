import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 0, 3


def written(points):
    return ", ".join(point(one, 0) for one in points)


@distinct
def make(rng):
    s, t = (float(one) for one in rng.permutation(range(2, 21))[:2])
    W, b = np.array([[s, s], [t, t]]), np.array([0.0, -t])
    z = nn.linear(nn.xor()[0], W, b)
    return Choice(
        f"Two hidden neurons read XOR’s inputs. Both weights of the first are {number(s, 0)}, its"
        f" bias is 0. Both weights of the second are {number(t, 0)}, its bias is {number(-t, 0)}."
        " After ReLU, one line can separate the 1s of XOR from the 0s. Where do (0, 0), (0, 1),"
        " (1, 0), and (1, 1) land?",
        Option(
            written(nn.relu(z)),
            "(0, 1) and (1, 0) land on the same point. ReLU has moved the point of (0, 0) from"
            f" {point(z[0], 0)} to (0, 0). So the three points aren’t on one line anymore, and one"
            " line can separate them.",
        ),
        (
            Option(
                written(z),
                "You left out ReLU. These points are on one line with the 1s in the middle, so no"
                " line can separate them. That’s why two linear neurons aren’t enough.",
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
