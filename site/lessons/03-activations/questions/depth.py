import numpy as np

from course.quiz.items import Choice, Option
from nn import collapse

LESSON, GOAL, LEVEL = "activations", 0, 1
RECAP = "What would a network be"


def make(rng):
    inputs, outputs = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    hidden, layers = int(rng.choice([20, 50, 100])), int(rng.integers(3, 7))
    W, b = np.zeros((hidden, inputs)), np.zeros(hidden)
    for _ in range(layers - 2):
        W, b = collapse(W, b, np.zeros((hidden, hidden)), np.zeros(hidden))
    W, b = collapse(W, b, np.zeros((outputs, hidden)), np.zeros(outputs))
    return Choice(
        f"A network has {inputs} inputs, {outputs} outputs, and {layers} layers. Each layer but the"
        f" last has {hidden} neurons. Its author forgot all the activation functions. What’s the"
        " smallest network that computes the same?",
        Option(
            f"One layer with a {W.shape[0]} by {W.shape[1]} matrix and {b.size} biases",
            "All the matrices multiply out to a single one, with one row per output and one column"
            " per input. The number of hidden neurons makes no difference.",
        ),
        (
            Option(
                f"The same {layers} layers, because every layer adds something",
                "Without a bend between them, two layers fold into one, then that one and the next,"
                " and so on. Depth adds nothing here.",
                "depth-alone-adds-power",
            ),
            Option(
                f"One layer with a {hidden} by {inputs} matrix and {hidden} biases",
                "That’s the first layer alone. The folded matrix goes all the way from the inputs"
                " to the outputs.",
                "first-layer-only",
            ),
            Option(
                f"Two layers, with {hidden} neurons in between",
                "That’s one layer too many. Without a bend in between, these two fold into one as"
                " well.",
                "hidden-layer-kept",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
