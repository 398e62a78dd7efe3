import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "perceptron", 3, 2
GATE, XOR = nn.xor()
BIASES = [tenth / 10 for tenth in range(-25, 26) if tenth % 10]  # no point on the line


@distinct
def make(rng):
    w, b = whole(rng, -2, 2, 2), float(rng.choice(BIASES))
    answers = nn.step(nn.neuron(GATE, w, b))
    right = float((answers == XOR).sum())
    bare = nn.step(nn.neuron(GATE, w, 0.0))
    told = ", ".join(f"{a:.0f}" for a in answers)
    return Numeric(
        f"A perceptron has the weights {point(w, 0)} and the bias {number(b, 1)}. How many of the"
        " four points of XOR does it get right?",
        right,
        0,
        f"For (0, 0), (0, 1), (1, 0), and (1, 1) it answers {told}. XOR is 0, 1, 1, 0, so"
        f" {right:.0f} of the answers are right. No neuron gets more than three.",
        (
            Slip(
                float((bare == XOR).sum()),
                "That’s how many are right without the bias. Add it to every sum.",
                "bias-forgotten",
            ),
            Slip(
                float((answers == np.array([0, 1, 1, 1])).sum()),
                "You compared the answers with OR. XOR is 0 for (1, 1).",
                "or-for-xor",
            ),
        ),
        "perceptron#where-it-fails-xor",
        "perceptron#figure-xor?why=true",
    )
