import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 1


@distinct
def make(rng):
    w, rate = tenths(rng, -0.9, 0.9, 1), float(rng.choice([0.1, 0.2, 0.5]))
    g = tenths(rng, -3, 3, 1)
    before = float(w[0])
    nn.SGD([w], rate).step([g])
    right = float(w[0])
    return Numeric(
        f"A weight is {number(before, 1)}, its gradient is {number(g[0], 1)}, and the learning rate"
        f" is {number(rate, 1)}. What is the weight after one step of gradient descent? Give two"
        " decimals.",
        right,
        2,
        f"Subtract the learning rate times the gradient: {number(before, 1)} − {number(rate, 1)} ·"
        f" {signed(g[0], 1)} = {number(right)}.",
        (
            Slip(
                float(before + rate * g[0]),
                "You added the step. The gradient points uphill, so the step is subtracted.",
                "sign-of-update",
            ),
            Slip(
                float(before - g[0]),
                "You left out the learning rate, so your step is the whole gradient.",
                "learning-rate-left-out",
            ),
            Slip(
                float(-rate * g[0]),
                "That’s only the step. Add it to the old weight.",
                "step-alone",
            ),
            Slip(
                float(before * (1 - rate * g[0])),
                "You multiplied the step by the weight. It’s just the learning rate times the"
                " gradient.",
                "weight-multiplied",
            ),
        ),
        "backprop#the-update",
        "backprop#figure-learning?data=xor&step=1",
    )
