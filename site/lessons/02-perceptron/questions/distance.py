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
        f"How far does the point {point(x, 0)} lie from the line of a neuron with the weights "
        f"{point(w)} and the bias {number(b, 1)}? Give the distance without a sign, with two "
        "decimals.",
        right,
        2,
        f"At the point $z$ is {number(z, 1)}. The weights have the length {number(length, 1)}, and "
        f"the distance is the size of $z$ divided by it: {number(right, 2)}.",
        (
            Slip(
                abs(z),
                "That is $z$ itself. It measures distance in units of the weights' length, so it "
                "has still to be divided by it.",
                "not-divided",
            ),
            Slip(
                abs(z) / length**2,
                "You divided by the sum of the squares. The length is the square root of that sum.",
                "root-forgotten",
            ),
            Slip(
                abs(z) / float(np.abs(w).sum()),
                "You divided by the sum of the weights. The length of the arrow is the root of the "
                "sum of their squares.",
                "length-as-a-sum",
            ),
            Slip(
                abs(z - b) / length,
                "The bias is missing in your $z$: you measured to a line through the origin.",
                "bias-forgotten",
            ),
        ),
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary?point=C",
    )
