import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

GOAL, LEVEL = 0, 3
RECAP = "Which four lines make a training step in PyTorch?"
CASES = (2, 3, 4, 5, 8, 10, 20, 50)


@distinct
def make(rng, classes):
    perfect = np.zeros((1, classes))
    perfect[0, 0] = 1.0
    lowest = nn.cross_entropy(perfect, np.zeros(1, int))
    nothing = nn.cross_entropy(np.zeros((1, classes)), np.zeros(1, int))
    return Numeric(
        f"A PyTorch network for {classes} classes ends with `torch.nn.Softmax`, and is trained with"
        " `F.cross_entropy`. How low can the loss of an example get? Give two decimals. You may use"
        " a calculator.",
        lowest,
        2,
        "`F.cross_entropy` takes the probabilities for logits, and applies softmax again. At best"
        " they’re 1 for the true class and 0 for the others. The second softmax gives the true"
        f" class e / (e + {classes - 1}), and minus the logarithm of that is {number(lowest)}.",
        (
            Slip(
                0.0,
                "It would be 0 if the loss took probabilities. But `F.cross_entropy` takes logits.",
                "softmax-once",
            ),
            Slip(
                nothing,
                "That’s the loss of a network that gives all the classes the same probability. A"
                " second softmax brings them closer together, but doesn’t make them equal.",
                "equal-shares",
            ),
            Slip(
                float(np.exp(-lowest)),
                "That’s the true class’s probability after the second softmax. The loss is minus"
                " its logarithm.",
                "logarithm-left-out",
            ),
        ),
        "loss#pytorch",
    )
