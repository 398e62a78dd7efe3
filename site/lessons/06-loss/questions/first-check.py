import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 0, 1


@distinct
def make(rng):
    classes = int(rng.integers(3, 40))
    nothing = nn.cross_entropy(np.zeros((1, classes)), np.zeros(1, int))
    return Numeric(
        f"A network with {classes} classes has learnt nothing: all its logits are 0. Which loss "
        "do you expect? Give two decimals; a calculator may help.",
        nothing,
        2,
        f"Each class gets 1/{classes}, so the loss is the natural logarithm of {classes}, "
        f"{number(nothing)}.",
        (
            Slip(
                nothing / float(np.log(2)),
                "That is the logarithm to the base 2. A program that starts there takes the wrong "
                "one.",
                "log2",
            ),
            Slip(
                1 / classes,
                "That is each class's probability. The loss is minus its logarithm.",
                "probability",
            ),
            Slip(
                1 - 1 / classes,
                "That is the share of the answers that would be wrong, not the loss.",
                "one-minus-p",
            ),
            Slip(
                0.0,
                "Logits of 0 are no perfect answer: softmax gives every class the same share.",
                "logit-for-loss",
            ),
        ),
        "loss#the-first-thing-to-check",
        "loss#figure-curves?epoch=0",
    )
