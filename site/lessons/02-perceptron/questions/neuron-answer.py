"""The bias with which a neuron just answers 1."""

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 0, 1


@distinct
def make(rng):
    w, x = tenths(rng, -0.9, 0.9, 2), whole(rng, -4, 4, 2)
    total = float(nn.neuron(x[None], w, 0.0)[0])
    right = float(nn.boundary_bias(w, x))
    return Numeric(
        f"A perceptron has the weights {point(w)}, and its input is {point(x, 0)}. What is the"
        " smallest bias with which it answers 1? Give one decimal.",
        right,
        1,
        f"The products add up to {number(total, 1)}. With the bias, the sum has to be"
        f" at least 0. At {number(right, 1)}, it’s exactly 0, and that’s enough for the answer 1.",
        (
            Slip(
                total,
                "That’s the sum of the products. The bias has to cancel it, so it has the opposite"
                " sign.",
                "sign",
            ),
            Slip(
                1 - total,
                "With that bias, $z$ is 1. The *answer* has to be 1, and for that $z = 0$ is"
                " enough.",
                "answer-for-z",
            ),
            Slip(
                -float(w[0] * x[0]),
                "You stopped after the first product. The bias has to cancel the sum of both.",
                "one-product",
            ),
            Slip(
                -float((w + x).sum()),
                "You added each weight to its input. They are multiplied.",
                "weights-added",
            ),
        ),
        "perceptron#one-neuron",
        "perceptron#figure-boundary",
    )
