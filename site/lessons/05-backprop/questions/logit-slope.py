import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 1


@distinct
def make(rng):
    z, y, k = tenths(rng, -2, 2, (1, 2)), rng.integers(2, size=1), int(rng.integers(2))
    p = nn.softmax(z)[0].round(2)
    right = float(p[k] - (y[0] == k))
    return Numeric(
        f"A network with two outputs gives the probabilities {point(p, 2)}. The true class is "
        f"{y[0]}, counted from 0. What is the slope of the loss at the logit of class {k}?",
        right,
        2,
        f"It is probability minus truth: {number(p[k])} − {int(y[0] == k)} = {number(right)}.",
        (
            Slip(
                -right,
                "You took truth minus probability. Then gradient descent would climb.",
                "sign",
            ),
            *(
                (
                    Slip(
                        float(p[k]),
                        "This is the true class, and the 1 has still to be taken off.",
                        "truth-forgotten",
                    ),
                )
                if y[0] == k
                else (
                    Slip(
                        float(p[k] - 1),
                        "You took 1 off, but this is not the true class. Its truth is 0.",
                        "truth-at-the-wrong-class",
                    ),
                )
            ),
            Slip(
                float(p[k] * (1 - p[k])),
                "That is a sigmoid's slope. Behind softmax and $-\\ln p$ it has cancelled already.",
                "softmax-slope-twice",
            ),
        ),
        "backprop#one-path",
        "backprop#figure-edges?step=15",
    )
