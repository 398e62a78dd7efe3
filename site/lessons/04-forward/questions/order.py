from course.quiz.items import Order

LESSON, GOAL, LEVEL = "forward", 1, 1


def make(rng):
    n, inputs, hidden, classes = (int(rng.integers(low, low + 8)) for low in (2, 20, 10, 3))
    return Order(
        f"Put the forward pass in order, for a batch of {n} examples with {inputs} numbers each,"
        f" {hidden} hidden neurons, and {classes} classes.",
        (
            f"`z1 = x @ W1.T + b1`, shape ({n}, {hidden})",
            f"`a1 = np.maximum(z1, 0)`, shape ({n}, {hidden})",
            f"`z2 = a1 @ W2.T + b2`, shape ({n}, {classes})",
            f"`p = nn.softmax(z2)`, shape ({n}, {classes})",
            f"`labels = p.argmax(axis=1)`, shape ({n},)",
        ),
        "First the hidden sums, then ReLU, then the logits, which aren’t bent. Softmax turns them"
        " into probabilities, and argmax picks the label.",
        "forward#the-whole-pass-in-code",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
