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
        f"Two linear layers are folded into one. The first has the biases {point(b1)}. The second "
        f"has, row by row, the weights {rows(W2)} and the biases {point(b2)}. Which biases has the "
        "single layer?",
        Option(
            point(b, 2),
            "$b = W_2 b_1 + b_2$: the first layer's biases pass through the second layer's "
            "weights, "
            "then its own are added.",
        ),
        (
            Option(
                point(b1 + b2, 2),
                "You just added the biases. Those of the first layer still pass through the "
                "weights "
                "of the second.",
                "biases-added",
            ),
            Option(
                point(inner, 2),
                "The second layer's own biases are missing.",
                "b2-forgotten",
            ),
            Option(
                point(bent, 2) if bent_differs else point(b2, 2),
                "You put a ReLU on the first biases. These layers are linear: nothing is cut off."
                if bent_differs
                else "The first layer's biases are missing. They reach the output too.",
                "relu-on-b1" if bent_differs else "b1-forgotten",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
