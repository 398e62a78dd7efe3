import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Choice, Option

GOAL, LEVEL = 5, 2
RECAP = "What does weight decay do to a weight"
CASES = [(what, steps) for steps in (2, 3, 4, 5) for what in ("weight", "bias")]


@distinct
def make(rng, case):
    what, steps = case
    value = float(tenths(rng, 1, 4))
    rate, decay = float(rng.choice([0.2, 0.5])), float(rng.choice([0.2, 0.4]))
    shapes = {"weight": (1, 1), "bias": (1,)}
    moved = [np.full(shape, value) for shape in shapes.values()]
    optimizer = nn.SGD(moved, rate, weight_decay=decay)
    for _ in range(steps):
        optimizer.step([np.zeros(shape) for shape in shapes.values()])
    shrunk, stays = number(float(moved[0].item()), 3), number(value, 3)
    linear = number(value * (1 - steps * rate * decay), 3)
    without = number(value * (1 - decay) ** steps, 3)
    kept = number(1 - rate * decay, 2)
    told = {
        "weight": Option(
            shrunk,
            f"Each step multiplies the weight by $1 - \\eta\\lambda$, here {kept}. A gradient of 0"
            " doesn’t stop that.",
        ),
        "bias": Option(
            stays,
            "Only its gradient moves a bias, and that’s 0. The weights alone decay, because a bias"
            " only shifts $z$.",
        ),
    }
    wrong = {
        "weight": Option(
            stays,
            "That’s without weight decay. It shrinks a weight even if the gradient is 0.",
            "decay-forgotten",
        ),
        "bias": Option(
            shrunk,
            "A weight would shrink to that. Here, biases don’t decay.",
            "biases-decayed",
        ),
    }
    return Choice(
        f"A {what} is {number(value, 1)}, and its gradient is 0 in each of {steps} steps. The"
        f" learning rate is {number(rate, 1)}, and the weight decay λ is {number(decay, 1)}. As in"
        f" the lesson, only weights decay. What’s the {what} after these steps?",
        told[what],
        (
            wrong[what],
            Option(
                linear,
                "You took the same amount off in every step. The pull is a share of what’s left"
                " of a weight.",
                "same-pull-for-all",
            ),
            Option(
                without,
                "You left out the learning rate. A weight loses the share $\\eta\\lambda$ in a"
                " step, not $\\lambda$.",
                "decay-without-rate",
            ),
        ),
        "loss#weights-kept-small",
    )
