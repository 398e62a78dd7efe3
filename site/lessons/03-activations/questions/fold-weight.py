from course.figures.svg import number
from course.quiz.fresh import distinct, rows, signed, tenths
from course.quiz.items import Numeric, Slip
from nn import collapse

LESSON, GOAL, LEVEL = "activations", 0, 2
RECAP = "Which single matrix"


@distinct
def make(rng):
    W1, W2 = tenths(rng, -0.9, 0.9, (2, 2)), tenths(rng, -0.9, 0.9, (2, 2))
    b1, b2 = tenths(rng, -0.9, 0.9, 2), tenths(rng, -0.9, 0.9, 2)
    W, _ = collapse(W1, b1, W2, b2)
    turned, _ = collapse(W2, b2, W1, b1)
    i, j = int(rng.integers(2)), int(rng.integers(2))
    row, column = ("first", "second")[i], ("first", "second")[j]
    return Numeric(
        "Two linear layers follow each other, without an activation function. $W^{(1)}$ has the"
        f" rows {rows(W1)}, and $W^{{(2)}}$ has the rows {rows(W2)}. You fold them into one layer."
        f" What’s its weight from the {column} input to the {row} output? Give two decimals.",
        float(W[i, j]),
        2,
        f"$W = W^{{(2)}} W^{{(1)}}$: multiply the {row} row of $W^{{(2)}}$ by the {column} column"
        f" of $W^{{(1)}}$. That’s {number(W2[i, 0] * W1[0, j], 2)} +"
        f" {signed(W2[i, 1] * W1[1, j], 2)} = {number(W[i, j], 2)}.",
        (
            Slip(
                float(W2[i, j] * W1[i, j]),
                "You multiplied entry by entry. A matrix product multiplies a row by a column and"
                " adds up.",
                "element-by-element",
            ),
            Slip(
                float(turned[i, j]),
                "You computed $W^{(1)} W^{(2)}$. The second layer’s matrix has to be on the left.",
                "product-order",
            ),
            Slip(
                float(W2[i, j] + W1[i, j]),
                "You added the matrices. Along a path, the weights multiply.",
                "weights-added",
            ),
            Slip(
                float(W2[i, 0] * W1[0, j]),
                "That’s only the path through the first hidden neuron. The path through the second"
                " one adds its part.",
                "one-path",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
