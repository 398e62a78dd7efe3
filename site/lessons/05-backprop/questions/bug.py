from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "backprop", 1, 3
LINES = (
    (
        "dz2 = (p - Y) / len(x)",
        "This is right: it’s the slope at the logits, divided once by the batch size.",
    ),
    (
        "dW2, db2 = dz2.T @ a1, dz2.sum(axis=0)",
        "This is right: `W2` multiplies `a1`, and a bias’s gradient is a sum over the batch.",
    ),
    (
        "da1 = dz2 @ W2",
        "This is right: for each hidden neuron, it adds up the paths from all the outputs.",
    ),
    ("dz1 = da1 * (z1 > 0)", "This is right: ReLU’s slope is 1 where `z1` is above 0."),
    (
        "dW1, db1 = dz1.T @ x, dz1.sum(axis=0)",
        "This is right: `W1` multiplies `x`, and a bias’s gradient is a sum over the batch.",
    ),
    (
        "W1 -= 0.1 * dW1; b1 -= 0.1 * db1",
        "This is right: a step downhill, with all gradients known.",
    ),
    (
        "W2 -= 0.1 * dW2; b2 -= 0.1 * db2",
        "This is right: a step downhill, after `da1` has used the old `W2`.",
    ),
)
WRONG = (
    (
        1,
        "dz2 = (Y - p) / len(x)",
        "The sign is wrong: it has to be `p - Y`. Now every step climbs.",
        "sign",
    ),
    (
        1,
        "dz2 = p - Y",
        "The division by the batch size is missing, so with 10 examples, all gradients are"
        " 10 times too large.",
        "not-divided",
    ),
    (
        2,
        "dW2, db2 = dz2.T @ a1, dz2.mean(axis=0)",
        "The mean divides the bias gradient by the batch size a second time.",
        "bias-mean",
    ),
    (
        4,
        "dz1 = da1 * a1",
        "This multiplies by ReLU’s value. Going back, it’s the slope that counts.",
        "value-for-slope",
    ),
    (
        4,
        "dz1 = da1",
        "ReLU’s slope is missing, so neurons that were off get a gradient, too.",
        "mask-missing",
    ),
    (
        4,
        "dz1 = da1 * (da1 > 0)",
        "The mask looks at the wrong array. ReLU’s slope depends on the sign of `z1`.",
        "relu-of-upstream",
    ),
    (
        5,
        "dW1, db1 = dz1.T @ x, dz1.sum()",
        "The sum runs over everything, so all hidden biases get the same gradient. It has to run"
        " down the examples, with `axis=0`.",
        "sum-without-axis",
    ),
    (
        6,
        "W1 += 0.1 * dW1; b1 += 0.1 * db1",
        "This step climbs. The gradient points uphill, so it’s subtracted.",
        "sign-of-update",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This is one training step for a network with a hidden ReLU layer. The loss is the mean"
        " cross-entropy of the batch. `x`, `z1`, `a1`, and `p` come from the forward pass, and `Y`"
        " has the one-hot labels. Which line is wrong?",
        **spoilt(LINES, case),
        see="backprop#what-goes-wrong",
        figure="backprop#figure-edges?example=off&step=26",
    )
