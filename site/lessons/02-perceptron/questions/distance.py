import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 1, 3
TRIPLES = np.array([[3, 4], [6, 8], [5, 12], [8, 6], [4, 3], [12, 5]], float)


@distinct
def make(rng):
    w = TRIPLES[rng.integers(len(TRIPLES))] * rng.choice([-1, 1], 2) / 10
    b, x = float(whole(rng, -9, 9)) / 10, whole(rng, -4, 4, 2)
    z = float(nn.neuron(x[None], w, b)[0])
    length = float(np.linalg.norm(w))
    right = abs(float(nn.boundary_distance(x[None], w, b)[0]))
    return Numeric(
        f"How far is {point(x, 0)} from the line of a neuron with the weights {point(w)} and the"
        f" bias {number(b, 1)}? Give the distance without a sign, to two decimals.",
        right,
        2,
        f"At this point, $z$ is {number(z, 1)}, and the weights have the length"
        f" {number(length, 1)}. Divide the size of $z$ by that length, and you get"
        f" {number(right, 2)}.",
        (
            Slip(
                abs(z),
                "That’s the size of $z$. To get the distance, divide it by the length of the"
                " weights.",
                "not-divided",
            ),
            Slip(
                abs(z) / length**2,
                "You divided by the sum of the squared weights. The length is the square root of"
                " that sum.",
                "root-forgotten",
            ),
            Slip(
                abs(z) / float(np.abs(w).sum()),
                "You divided by the sum of the weights’ sizes. Their length is the square root of"
                " the sum of their squares.",
                "length-as-a-sum",
            ),
            Slip(
                abs(z - b) / length,
                "Your $z$ leaves out the bias, so you measured to a line through the origin.",
                "bias-forgotten",
            ),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary",
    )
