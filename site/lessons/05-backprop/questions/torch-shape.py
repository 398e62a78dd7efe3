import numpy as np

from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

GOAL, LEVEL = 1, 2


def code(*shape):
    return f"`({', '.join(map(str, shape))})`"


@distinct
def make(rng):
    n, inputs, hidden, classes = (int(v) for v in rng.choice(np.arange(3, 60), 4, replace=False))
    part, before, after = ((0, inputs, hidden), (2, hidden, classes))[int(rng.integers(2))]
    other = {0: (classes, hidden), 2: (hidden, inputs)}[part]
    return Choice(
        f"`net` is `torch.nn.Sequential(torch.nn.Linear({inputs}, {hidden}), torch.nn.ReLU(),"
        f" torch.nn.Linear({hidden}, {classes}))`. You run it on a batch of {n} examples, and then"
        f" `loss.backward()`. What’s the shape of `net[{part}].weight.grad`?",
        Option(
            code(after, before),
            f"A gradient has the same shape as its weights. `Linear({before}, {after})` has a row"
            f" of weights for each output, so that’s (out, in).",
        ),
        (
            Option(
                code(before, after),
                f"`Linear({before}, {after})` names the inputs first, but it stores its weights as"
                " (out, in), like this module.",
                "weights-transposed",
            ),
            Option(
                code(n, after),
                "That’s the shape of what this layer puts out. The weights are shared by all"
                " examples, and so is their gradient.",
                "batch-in-weights",
            ),
            Option(
                code(*other),
                "That’s the other layer. In `net`, the ReLU counts as a part too: it’s `net[1]`.",
                "other-layer",
            ),
        ),
        "backprop#pytorch",
        "backprop#figure-pytorch",
    )
