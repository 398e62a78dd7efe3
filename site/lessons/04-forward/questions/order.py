from course.quiz.items import Order

LESSON, GOAL, LEVEL = "forward", 1, 1


def make(rng):
    n, inputs, hidden, classes = (int(rng.integers(low, low + 8)) for low in (2, 20, 10, 3))
    return Order(
        f"A batch has {n} examples with {inputs} numbers each. The network has {hidden} hidden"
        f" neurons and {classes} classes. Put its forward pass in order. In each line, `…` is the"
        " result of the line above; in the first line, it’s the batch.",
        (
            f"`… @ W.T + b`, where `W` has the shape ({hidden}, {inputs})",
            "`np.maximum(…, 0)`",
            f"`… @ W.T + b`, where `W` has the shape ({classes}, {hidden})",
            "`nn.softmax(…)`",
            "`….argmax(axis=1)`",
        ),
        "First come the hidden sums, then ReLU, then the logits, which get no ReLU. Softmax turns"
        " them into probabilities, and argmax picks each example’s label.",
        "forward#the-whole-pass-in-code",
        "forward#figure-network?example=both&step=7&matrices=true",
    )
