import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 2


@distinct
def make(rng):
    rate, g = float(rng.choice([0.1, 0.2, 0.5])), tenths(rng, -3, 3, 2)
    w = tenths(rng, -0.9, 0.9, 1)
    step, start = nn.SGD([w], rate), float(w[0])
    step.step([g.sum(keepdims=True)])
    right = float(w[0] - start)
    return Numeric(
        "A program adds each batch’s gradients to the same arrays, and forgets to reset these to 0"
        " before each batch. The learning rate is"
        f" {number(rate, 1)}. For one weight, the first batch gives the gradient {number(g[0], 1)}"
        f" and the second {number(g[1], 1)}. By how much does this program change the weight in the"
        " *second* update? Give two decimals, with the sign.",
        right,
        2,
        "Without a reset, the second gradient is added to the first:"
        f" −{number(rate, 1)} · ({number(g[0], 1)} + {signed(g[1], 1)}) = {number(right)}. The"
        " first batch counts again.",
        (
            Slip(
                float(-rate * g[1]),
                "That’s what a correct program does. This one still has the first batch’s gradient"
                " in its sum.",
                "reset-assumed",
            ),
            Slip(
                float(rate * g.sum()),
                "You moved uphill. The update subtracts the learning rate times the gradient.",
                "sign-of-update",
            ),
            Slip(
                float(-g.sum()),
                "You left out the learning rate.",
                "learning-rate-left-out",
            ),
            Slip(
                float(-rate * (2 * g[0] + g[1])),
                "That’s both updates together. The question is about the second one.",
                "both-updates",
            ),
        ),
        "backprop#the-update",
        "backprop#figure-learning?data=xor&step=2",
    )
