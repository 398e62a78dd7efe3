import numpy as np

from course.quiz.fresh import distinct, point, rows, tenths
from course.quiz.items import Choice, Option
from nn import collapse, relu

LESSON, GOAL, LEVEL = "activations", 0, 2


@distinct
def make(rng):
    W1, W2 = tenths(rng, -0.9, 0.9, (2, 2)), tenths(rng, -0.9, 0.9, (2, 2))
    b1, b2 = tenths(rng, -0.9, 0.9, 2), tenths(rng, -0.9, 0.9, 2)
    _, b = collapse(W1, b1, W2, b2)
    _, inner = collapse(W1, b1, W2, np.zeros(2))
    _, bent = collapse(W1, relu(b1), W2, b2)
    bent_differs = bool((b1 < 0).any())
    return Choice(
        "You fold two linear layers into one. The first layer’s biases are"
        f" {point(b1)}. The second layer’s weights have the rows {rows(W2)}, and its biases are"
        f" {point(b2)}. What are the biases of the single layer?",
        Option(
            point(b, 2),
            "The first layer’s biases go through the second layer’s weights, and then its own"
            " biases are added: $b^{(1)} W^{(2)\\top} + b^{(2)}$.",
        ),
        (
            Option(
                point(b1 + b2, 2),
                "You just added the biases. The first layer’s biases have to go through the second"
                " layer’s weights first.",
                "biases-added",
            ),
            Option(
                point(inner, 2),
                "You left out the second layer’s own biases, which are added at the end.",
                "b2-forgotten",
            ),
            Option(
                point(bent, 2),
                "You applied ReLU to the first layer’s biases. These layers are linear, so negative"
                " numbers stay.",
                "relu-on-b1",
            )
            if bent_differs
            else Option(
                point(b2, 2),
                "You left out the first layer’s biases. They reach the output through the second"
                " layer’s weights.",
                "b1-forgotten",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
