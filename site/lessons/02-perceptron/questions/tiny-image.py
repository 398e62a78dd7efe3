import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 4, 1


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 6), float(tenths(rng, -0.9, 0.9))
    x = rng.permutation([1.0, 1.0, 1.0, 0.0, 0.0, 0.0])

    def sum_of(pixels, bias=b):
        return float(nn.neuron(pixels[None], w, bias)[0])

    z = sum_of(x)
    inked = " + ".join(signed(one, 1) for one in w[x == 1])
    return Numeric(
        f"A neuron reads images of 2 × 3 pixels. Its weights are {point(w[:3])} in the upper line"
        f" and {point(w[3:])} in the lower one, and its bias is {number(b, 1)}. An image’s pixels"
        f" are {point(x[:3], 0)} above and {point(x[3:], 0)} below. What’s $z$? Give one decimal.",
        z,
        1,
        f"Only pixels with ink count: {inked} + {signed(b, 1)} = {number(z, 1)}.",
        (
            Slip(
                sum_of(x, 0.0),
                "You forgot the bias. It’s added whatever the image shows.",
                "bias-forgotten",
            ),
            Slip(
                sum_of(np.ones(6)),
                "You added up all the weights. Where the image is 0, the product is 0.",
                "ink-ignored",
            ),
            Slip(
                sum_of(1 - x),
                "You added up the weights where there’s paper. Ink is 1, and paper is 0.",
                "paper-for-ink",
            ),
            Slip(
                sum_of(np.roll(x, 3)),
                "You used the upper weights for the lower pixels, and the other way around.",
                "lines-swapped",
            ),
        ),
        "perceptron#one-neuron-reads-digits",
        "perceptron#figure-reader",
    )
