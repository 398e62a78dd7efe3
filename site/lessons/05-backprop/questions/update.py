import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
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
        f"A weight is {number(before, 1)}, its gradient {number(g[0], 1)}, the learning rate "
        f"{number(rate, 1)}. What is the weight after one step of gradient descent?",
        right,
        2,
        f"{number(before, 1)} − {number(rate, 1)} · ({number(g[0], 1)}) = {number(right)}.",
        (
            Slip(
                float(before + rate * g[0]),
                "You added. The gradient points uphill, and the step goes down.",
                "sign-of-update",
            ),
            Slip(
                float(before - g[0]),
                "The learning rate is missing: that is a full step.",
                "learning-rate-left-out",
            ),
            Slip(
                float(-rate * g[0]),
                "That is the step alone. It is added to the weight that was there.",
                "step-alone",
            ),
            Slip(
                float(before * (1 - rate * g[0])),
                "You multiplied the step by the weight. It is rate times gradient.",
                "weight-multiplied",
            ),
        ),
        "backprop#the-update",
        "backprop#figure-learning?data=xor&step=1",
    )
