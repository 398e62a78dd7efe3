from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "forward", 1, 2
LINES = (
    (
        "def forward(x, W1, b1, W2, b2):",
        "This is right: `x` has the shape (n, in), and each matrix of weights is (out, in).",
    ),
    (
        "    z1 = x @ W1.T + b1",
        "This is right: the weights are transposed, and each neuron gets its bias.",
    ),
    ("    a1 = np.maximum(z1, 0)", "This is right: it’s ReLU, number by number."),
    (
        "    z2 = a1 @ W2.T + b2",
        "This is right: the output layer reads the hidden activations, and there’s no ReLU on its"
        " sums.",
    ),
    (
        "    e = np.exp(z2 - z2.max(axis=1, keepdims=True))",
        "This is right: subtracting each row’s largest number first keeps the powers from"
        " overflowing.",
    ),
    (
        "    return e / e.sum(axis=1, keepdims=True)",
        "This is right: each row is divided by its own sum.",
    ),
)
WRONG = (
    (
        2,
        "    z1 = x @ W1.T",
        "The hidden layer’s bias is missing: `b1` is never used.",
        "hidden-bias-forgotten",
    ),
    (
        3,
        "    a1 = np.maximum(x, 0)",
        "This applies ReLU to the input instead of the sums, so `z1` is never used.",
        "input-bent",
    ),
    (
        3,
        "    a1 = np.maximum(z1, 1)",
        "ReLU replaces negative numbers with 0. This raises everything below 1 to 1.",
        "floor-of-one",
    ),
    (
        4,
        "    z2 = z1 @ W2.T + b2",
        "This passes on the sums instead of the activations. So ReLU has no effect, and the two"
        " layers collapse into one.",
        "no-activation",
    ),
    (
        4,
        "    z2 = np.maximum(a1 @ W2.T + b2, 0)",
        "This applies ReLU to the logits, too. Every negative one becomes 0, so all those classes"
        " get the same probability.",
        "activation-on-output",
    ),
    (
        5,
        "    e = z2 - z2.max(axis=1, keepdims=True)",
        "The power of $e$ is missing: softmax divides powers, not logits.",
        "shares-without-exp",
    ),
    (
        6,
        "    return e / e.sum(axis=0, keepdims=True)",
        "This divides by the sums of the columns, so the examples of the batch compete instead of"
        " the classes.",
        "softmax-over-batch",
    ),
    (
        6,
        "    return e / e.sum()",
        "This divides by the sum of the whole batch, so only all the rows together add up to 1.",
        "softmax-over-everything",
    ),
)
CASES = WRONG


def make(rng, case):
    return Bug(
        "This function should return the probabilities that a network with one hidden ReLU layer"
        " gives for a batch. Which line is wrong?",
        **spoilt(LINES, case),
        see="forward#the-whole-pass-in-code",
        figure="forward#figure-network?example=both&step=4&matrices=true",
    )
