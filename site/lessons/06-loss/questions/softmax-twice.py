import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, shares
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 0, 3
RECAP = "What goes wrong if you give"


@distinct
def make(rng):
    z = rng.permutation(
        np.array([rng.integers(2, 5), rng.integers(0, 2), rng.integers(-3, 0)]) + 0.0
    )
    p = nn.softmax(z)
    twice = nn.softmax(p)
    y = int(z.argmax())
    loss = nn.cross_entropy(p[None], np.array([y]))
    return Choice(
        f"For the logits {point(z, 0)}, a network computes softmax, and gets {shares(p)}. Then it"
        " passes these probabilities to a loss that expects logits. Which probabilities does the"
        " loss work with?",
        Option(
            shares(twice),
            "The loss applies softmax once more, to numbers between 0 and 1. So even a perfect"
            f" prediction would look unsure. Here the loss is {number(loss)} if class {y} is true,"
            " and there’s no error message.",
        ),
        (
            Option(
                shares(p),
                "The loss doesn’t know that these are probabilities. It applies softmax to whatever"
                " it gets.",
                "softmax-once",
            ),
            Option(
                shares(np.full(3, 1 / 3)),
                "Softmax gives equal shares only for equal numbers. These are closer together than"
                " the logits were, but not equal.",
                "equal-shares",
            ),
            Option(
                "None: an error",
                "Probabilities are numbers like any others, so they pass as logits. Nothing warns"
                " you.",
                "error-expected",
            ),
        ),
        "loss#breaking-it-and-the-cure",
        "loss#figure-logits",
    )
