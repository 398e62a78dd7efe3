from course.quiz.items import Order

LESSON, GOAL, LEVEL = "backprop", 1, 2
RECAP = "Why do you need all"
CASES = [(rate, layer) for rate in (0.05, 0.1, 0.2, 0.5) for layer in (1, 2)]


def make(rng, case):
    rate, layer = case
    first = (
        "`dz2 = (p - Y) / len(x)`",
        "`da1 = dz2 @ W2`",
        "`dz1 = da1 * (z1 > 0)`",
        "`dW1 = dz1.T @ x`",
        f"`W1 -= {rate} * dW1`",
    )
    second = (
        "`dz2 = (p - Y) / len(x)`",
        "`dW2 = dz2.T @ a1`",
        "`da1 = dz2 @ W2`",
        f"`W2 -= {rate} * dW2`",
    )
    return Order(
        "Put these lines of a training step in order. `x`, `z1`, `a1`, and `p` come from the"
        " forward pass, and `Y` has the one-hot labels. Every gradient has to be computed with the"
        " weights that the forward pass used.",
        first if layer == 1 else second,
        "It starts with the slopes at the logits. Then it goes back through the weights `W2` and"
        " through ReLU to `W1`. The update comes last."
        if layer == 1
        else "The slopes at the logits come first. `da1` needs the old `W2`, so the update has to"
        " wait until `da1` is computed.",
        "backprop#with-shapes" if layer == 1 else "backprop#the-update",
        "backprop#figure-edges?step=26",
        alternatives=() if layer == 1 else ((0, 2, 1, 3),),
    )
