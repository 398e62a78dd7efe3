import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 3, 2


@distinct
def make(rng):
    start, rate = tenths(rng, -0.9, 0.9, 1), float(rng.choice([0.1, 0.2, 0.5]))
    g = tenths(rng, -3, 3, (2, 1))
    w = start.copy()
    step = nn.SGD([w], rate)
    for one in g:
        step.step([one])
    right = float(w[0])
    summed = float(start[0] - rate * g[0, 0] - rate * (g[0, 0] + g[1, 0]))
    return Numeric(
        f"A weight starts at {number(start[0], 1)}; the learning rate is {number(rate, 1)}. The "
        f"first batch gives the gradient {number(g[0, 0], 1)}, the second {number(g[1, 0], 1)}. "
        "Where is the weight after both updates, in a correct program?",
        right,
        2,
        f"Each update takes its own gradient only: {number(start[0], 1)} − {number(rate, 1)} · "
        f"({number(g[0, 0], 1)}) − {number(rate, 1)} · ({number(g[1, 0], 1)}) = {number(right)}.",
        (
            Slip(
                summed,
                "The first gradient was counted again in the second update. Gradients are set back "
                "to zero before each batch.",
                "gradients-not-reset",
            ),
            Slip(
                float(start[0] - rate * g.mean()),
                "You made one update with the mean. Each batch makes its own.",
                "one-update-an-epoch",
            ),
            Slip(
                float(start[0] + rate * g.sum()),
                "You added the gradients. The step goes against them.",
                "sign-of-update",
            ),
            Slip(
                float(start[0] - g.sum()),
                "The learning rate is missing.",
                "learning-rate-left-out",
            ),
        ),
        "backprop#the-update",
        "backprop#figure-learning?data=xor&step=2",
    )
