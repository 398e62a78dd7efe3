import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, shares, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 1


@distinct
def make(rng):
    z, y, k = tenths(rng, -2, 2, (1, 3)), rng.integers(3, size=1), int(rng.integers(3))
    p = nn.softmax(z)[0].round(2)
    if y[0] == k == 1:
        raise ValueError("subtracting the number of the class would be right, too")
    right = float(p[k] - (y[0] == k))
    own = f"Class {k} {'is' if y[0] == k else 'isn’t'} the true class"
    return Numeric(
        f"A network gives the probabilities {shares(p)}, for the classes 0, 1, and 2. The true"
        f" class is {y[0]}. What is the slope of the cross-entropy at the logit of class {k}?"
        " Give two decimals.",
        right,
        2,
        f"{own}, so its entry in the one-hot label is {int(y[0] == k)}. Subtract that from the"
        f" probability: {number(p[k])} − {int(y[0] == k)} = {number(right)}.",
        (
            Slip(
                -right,
                "You subtracted the other way around, label minus probability. With that sign,"
                " gradient descent would climb.",
                "sign",
            ),
            *(
                (
                    Slip(
                        float(p[k]),
                        "That’s the probability. This is the true class, so subtract 1.",
                        "truth-forgotten",
                    ),
                )
                if y[0] == k
                else (
                    Slip(
                        float(p[k] - 1),
                        "You subtracted 1, but this isn’t the true class. Its entry in the one-hot"
                        " label is 0.",
                        "truth-at-the-wrong-class",
                    ),
                )
            ),
            Slip(
                float(p[k] * (1 - p[k])),
                "You used the sigmoid’s slope. After softmax and $-\\ln p_y$, the slope at a logit"
                " is just $p - Y$.",
                "softmax-slope-twice",
            ),
        ),
        "backprop#one-path",
        "backprop#figure-edges?step=15",
        copied=True,  # a wrong class’s slope is its probability
    )
