from course.figures.svg import number
from course.quiz.fresh import distinct, signed, tenths
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 3, 2
RECAP = "What does PyTorch's `loss.backward()`"


@distinct
def make(rng):
    g = [float(one) for one in tenths(rng, -3, 3, 3)]
    right = g[1] + g[2]
    return Numeric(
        "A PyTorch program calls `loss.backward()` for three batches, one after the other. Each"
        " time, the loss is computed anew. Once, between the first and the second batch, it calls"
        " `optimizer.zero_grad()`. No weight changes. For one weight, the three batches’ slopes are"
        f" {number(g[0], 1)}, {number(g[1], 1)}, and {number(g[2], 1)}. What’s in this weight’s"
        " `.grad` at the end? Give one decimal.",
        right,
        1,
        "`zero_grad` forgets the first slope. After that, each `backward` adds its own:"
        f" {number(g[1], 1)} + {signed(g[2], 1)} = {number(right, 1)}.",
        (
            Slip(
                g[2],
                "You kept only the last slope. But `backward` doesn’t replace what’s in `.grad`, it"
                " adds to it.",
                "gradients-replaced",
            ),
            Slip(
                sum(g),
                "That’s the sum of all three. `zero_grad` set `.grad` to 0 after the first one.",
                "reset-ignored",
            ),
            Slip(
                right / 2,
                "That’s the mean of the last two. `backward` adds, and doesn’t divide by anything.",
                "averaged",
            ),
        ),
        "backprop#pytorch",
        "backprop#figure-pytorch",
    )
