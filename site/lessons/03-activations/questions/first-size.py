from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 6, 2
CASES = [(2, 5), (3, 4), (0.5, 4), (2, 8), (4, 3), (1.5, 4), (0.5, 6), (3, 5)]


@distinct
def make(rng, case):
    factor, layers = case
    right = float(factor**layers)
    digits = 0 if right >= 10 else 4
    shown = f"{factor:g}"
    return Numeric(
        f"A network of {layers} ReLU layers starts with well-chosen random weights, and all biases"
        f" are 0. You multiply all its weights by {shown}. By what factor does the standard"
        f" deviation of $z$ in the last layer change?" + (" Give four decimals." if digits else ""),
        right,
        digits,
        f"Each layer multiplies the numbers by {shown} once more, so the factor is {shown} to the"
        f" power of {layers}, which is {number(right, digits)}.",
        (
            Slip(
                float(factor),
                "That’s what a single layer does. Every layer multiplies again.",
                "one-layer",
            ),
            Slip(
                float(factor * layers),
                "You multiplied by the number of layers. The factors of the layers multiply each"
                " other.",
                "layers-added",
            ),
            Slip(
                float(factor ** (layers - 1)),
                "You left out one layer. The last one has weights, too.",
                "one-layer-short",
            ),
        ),
        "activations#how-large-should-the-initial-weights-be",
        "activations#figure-chain?activation=relu",
    )
