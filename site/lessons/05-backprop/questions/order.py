from course.quiz.items import Order

LESSON, GOAL, LEVEL = "backprop", 1, 2


def make(rng):
    rate = rng.choice([0.05, 0.1, 0.2, 0.5])
    return Order(
        "Put these lines of a backward pass into order. Each may use only what stands before it, "
        "and an update must not spoil another gradient.",
        (
            "`dz2 = (p - y) / len(x)`",
            "`da1 = dz2 @ W2`",
            "`dz1 = da1 * (z1 > 0)`",
            "`dW1 = dz1.T @ x`",
            f"`W1 -= {rate} * dW1`",
        ),
        "It goes from the loss to the input: the slope at the logits, back through the weights, "
        "through the ReLU, to the first weights. The update comes last.",
        "backprop#with-shapes",
        "backprop#figure-edges?step=15",
    )
