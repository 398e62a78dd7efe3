import numpy as np

from course.quiz.items import Choice, Option
from nn import collapse

LESSON, GOAL, LEVEL = "activations", 0, 1


def make(rng):
    inputs, outputs = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    hidden, layers = int(rng.choice([20, 50, 100])), int(rng.integers(3, 7))
    W, _ = np.zeros((hidden, inputs)), None
    b = np.zeros(hidden)
    for _ in range(layers - 2):
        W, b = collapse(W, b, np.zeros((hidden, hidden)), b)
    W, b = collapse(W, b, np.zeros((outputs, hidden)), np.zeros(outputs))
    return Choice(
        f"A network has {inputs} inputs, {layers} layers, {hidden} neurons in each of the layers "
        f"but the last, and {outputs} outputs. Its author forgot all activations. What is the "
        "smallest network that computes the same?",
        Option(
            f"One layer with a {W.shape[0]} by {W.shape[1]} matrix and {b.size} biases",
            "A sum of sums is a sum. All the matrices multiply out to one, with a row for each "
            "output and a column for each input, however many neurons stood between.",
        ),
        (
            Option(
                f"The same {layers} layers: depth cannot be given up",
                "Depth pays off only where something bends between the layers. Without that, "
                "two layers fold into one, and then the next.",
                "depth-alone-adds-power",
            ),
            Option(
                f"One layer with a {hidden} by {inputs} matrix and {hidden} biases",
                "That is the shape of the first layer alone. The folded matrix leads all the way "
                "to "
                "the outputs.",
                "first-layer-only",
            ),
            Option(
                f"Two layers, with {hidden} neurons between",
                "One layer more than needed: these two fold into one just as well.",
                "hidden-layer-kept",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
