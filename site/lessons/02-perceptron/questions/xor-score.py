import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 3, 2
GATE, XOR = nn.xor()


@distinct
def make(rng):
    w, b = rng.choice([-1.0, 1.0], 2), float(rng.choice([-1.5, -0.5, 0.5, 1.5]))
    answers = nn.step(nn.neuron(GATE, w, b))
    right = float((answers == XOR).sum())
    bare = nn.step(nn.neuron(GATE, w, 0.0))
    told = ", ".join(f"{a:.0f}" for a in answers)
    return Numeric(
        f"A neuron has the weights {point(w, 0)} and the bias {number(b, 1)}. How many of the four "
        "points of XOR does it answer rightly?",
        right,
        0,
        f"For (0, 0), (0, 1), (1, 0), (1, 1) it answers {told}. XOR wants 0, 1, 1, 0, so "
        f"{right:.0f} of them are right. More than three is possible for no neuron.",
        (
            Slip(
                float((bare == XOR).sum()),
                "Did you leave the bias out? Then it would be this many.",
                "bias-forgotten",
            ),
            Slip(
                float((answers == np.array([0, 1, 1, 1])).sum()),
                "You compared with OR. XOR is 0 for (1, 1).",
                "or-for-xor",
            ),
        ),
        "perceptron#where-it-fails-xor",
        "perceptron#figure-xor?why=true",
    )
