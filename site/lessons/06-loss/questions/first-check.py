import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "loss", 0, 1
RECAP = "A ten-class network", "A network with ten classes"


CASES = (3, 5, 7, 12, 20, 26, 37, 100)


@distinct
def make(rng, classes):
    nothing = nn.cross_entropy(np.zeros((1, classes)), np.zeros(1, int))
    return Numeric(
        f"A network with {classes} classes hasn’t learned anything: all its logits are 0. What’s"
        " its cross-entropy? Give two decimals. You may use a calculator.",
        nothing,
        2,
        f"Each class gets the probability 1/{classes}, so the loss is the natural logarithm of"
        f" {classes}, which is {number(nothing)}. For a new network, that’s neither good nor bad."
        " It’s what you should see.",
        (
            Slip(
                nothing / float(np.log(2)),
                "That’s the logarithm with base 2. The loss uses the natural logarithm.",
                "log2",
            ),
            Slip(
                1 / classes,
                "That’s each class’s probability. The loss is minus its logarithm.",
                "probability",
            ),
            Slip(
                1 - 1 / classes,
                "That’s the share of wrong answers if you guess. The loss is minus a logarithm.",
                "one-minus-p",
            ),
            Slip(
                0.0,
                "A loss of 0 would be a perfect answer. With all logits at 0, softmax gives every"
                " class the same probability.",
                "logit-for-loss",
            ),
        ),
        "loss#the-first-thing-to-check",
        "loss#figure-curves?epoch=0",
    )
