from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "backprop", 1, 3
LINES = (
    ("dz2 = (p - y) / len(x)", "The slope at the logits, divided by the batch size once."),
    ("dW2, db2 = dz2.T @ a1, dz2.sum(axis=0)", "Into the output layer came `a1`; the bias gradient "
     "is the sum over the batch."),
    ("da1 = dz2 @ W2", "Back through the weights; this product adds the paths."),
    ("dz1 = da1 * (z1 > 0)", "Through the ReLU: its slope is 1 where `z1` is above 0."),
    ("dW1, db1 = dz1.T @ x, dz1.sum(axis=0)", "Into the first layer came `x`."),
    ("W1 -= 0.1 * dW1; b1 -= 0.1 * db1", "Downhill, when the gradient is known."),
    ("W2 -= 0.1 * dW2; b2 -= 0.1 * db2", "Downhill too, and only now: `da1` needed the old `W2`."),
)  # fmt: skip
WRONG = (
    (1, "dz2 = (y - p) / len(x)", "The sign is turned round: the loss will rise.", "sign"),
    (
        1,
        "dz2 = p - y",
        "It is not divided by the size of the batch: everything is that many times too large.",
        "not-divided",
    ),
    (
        2,
        "dW2, db2 = dz2.T @ a1, dz2.mean(axis=0)",
        "The mean divides the bias gradient a second time.",
        "bias-mean",
    ),
    (
        4,
        "dz1 = da1 * a1",
        "This multiplies by ReLU's value. On the way back its slope counts.",
        "value-for-slope",
    ),
    (
        4,
        "dz1 = da1",
        "The ReLU's mask is missing: neurons that were off get a gradient too.",
        "mask-missing",
    ),
    (
        4,
        "dz1 = da1 * (da1 > 0)",
        "The mask comes from the wrong place. What counts is the sign of `z1`.",
        "relu-of-upstream",
    ),
    (
        6,
        "W1 += 0.1 * dW1; b1 += 0.1 * db1",
        "The first layer climbs: a step against the gradient is subtracted.",
        "sign-of-update",
    ),
)


def make(rng):
    return Bug(
        "This is one step of training, for a network with a ReLU layer. `x`, `z1`, `a1`, `p` and "
        "`y` come from the pass forward. One line is wrong. Which?",
        **spoilt(rng, LINES, WRONG),
        see="backprop#what-goes-wrong",
        figure="backprop#figure-edges?example=off&step=26",
    )
