from course.quiz.fresh import spoilt
from course.quiz.items import Bug

LESSON, GOAL, LEVEL = "forward", 1, 2
LINES = (
    ("def forward(x, W1, b1, W2, b2):", "`x` is (n, in), each matrix (out, in)."),
    ("    z1 = x @ W1.T + b1", "(n, in) times (in, hidden), and a bias for each neuron."),
    ("    a1 = np.maximum(z1, 0)", "ReLU, number by number."),
    ("    z2 = a1 @ W2.T + b2", "The logits: the output layer reads the activations."),
    ("    e = np.exp(z2 - z2.max(axis=1, keepdims=True))", "The largest logit of each row is "
     "taken off, so nothing overflows."),
    ("    return e / e.sum(axis=1, keepdims=True)", "Each row is divided by its own sum."),
)  # fmt: skip
WRONG = (
    (
        2,
        "    z1 = x @ W1.T",
        "The bias of the hidden layer is missing.",
        "hidden-bias-forgotten",
    ),
    (
        3,
        "    a1 = np.maximum(x, 0)",
        "The input is bent and not the sums: `z1` is never used.",
        "input-bent",
    ),
    (
        4,
        "    z2 = z1 @ W2.T + b2",
        "The sums go on in place of the activations, so the ReLU has no effect and two layers are "
        "one.",
        "no-activation",
    ),
    (
        4,
        "    z2 = np.maximum(a1 @ W2.T + b2, 0)",
        "The logits are bent. Every negative one becomes 0, and the network can no longer say that "
        "one class is far less likely than another.",
        "activation-on-output",
    ),
    (
        6,
        "    return e / e.sum(axis=0, keepdims=True)",
        "This divides by the sums of the columns: the examples of the batch compete, and not the "
        "classes.",
        "softmax-over-batch",
    ),
    (
        6,
        "    return e / e.sum()",
        "This divides by the sum of the whole batch: only all rows together add up to 1.",
        "softmax-over-everything",
    ),
)


def make(rng):
    return Bug(
        "This function should return the probabilities for a batch. One line is wrong. Which?",
        **spoilt(rng, LINES, WRONG),
        see="forward#the-whole-pass-in-code",
        figure="forward#figure-network?example=both&step=4&matrices=true",
    )
