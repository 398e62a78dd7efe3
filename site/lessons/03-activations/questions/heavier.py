import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import short
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 3, 2
RECAP = "Why didn't larger weights"
CASES = [(4, 6), (4, 10), (5, 8), (6, 5), (6, 9), (8, 4), (8, 7), (10, 6)]  # weight, layers


def make(rng, case):
    weight, layers = case
    before, after = nn.chain(1.0, np.ones(layers)), nn.chain(1.0, np.full(layers, float(weight)))
    assert after.products[-1] < before.products[-1]
    last = short(after.slopes[-1])
    return Choice(
        f"A chain of {layers} sigmoid neurons starts from $x = 1$, with all weights 1 and no"
        " biases. Its slope, from $x$ to the last activation, is tiny. So you make each weight"
        f" {weight}. What happens to this slope?",
        Option(
            "It gets even smaller, because larger sums push the sigmoids into their flat ends",
            f"Larger weights make $z$ larger, and far from 0 a sigmoid is nearly flat: the last"
            f" sigmoid’s slope drops to {last}. The larger weights can’t make up for that.",
        ),
        (
            Option(
                "It grows to about 1 or more, because the weights make up for the slopes",
                f"Weight times 1/4 would be {number(weight / 4, 2)}, but only at $z = 0$ is the"
                " slope 1/4.",
                "quarter-everywhere",
            ),
            Option(
                f"It gets exactly {weight} times as large",
                "That forgets that every layer has a weight, and that the slopes change with the"
                " weights.",
                "weight-once",
            ),
            Option(
                "It stays the same, because only the slopes of the sigmoids count",
                "The factor of a layer is its weight times its slope, so the weights do count. And"
                " they change the slopes.",
                "weights-left-out",
            ),
        ),
        "activations#slopes-multiply",
        f"activations#figure-chain?activation=sigmoid&layers={layers}&weight=4"
        if weight == 4
        else "activations#figure-chain?activation=sigmoid",
    )
