from course.figures.svg import number
from course.quiz.fresh import distinct, rows, tenths
from course.quiz.items import Numeric, Slip
from nn import collapse

LESSON, GOAL, LEVEL = "activations", 0, 2


@distinct
def make(rng):
    W1, W2 = tenths(rng, -0.9, 0.9, (2, 2)), tenths(rng, -0.9, 0.9, (2, 2))
    b1, b2 = tenths(rng, -0.9, 0.9, 2), tenths(rng, -0.9, 0.9, 2)
    W, _ = collapse(W1, b1, W2, b2)
    turned, _ = collapse(W2, b2, W1, b1)
    i, j = int(rng.integers(2)), int(rng.integers(2))
    row, column = ("first", "second")[i], ("first", "second")[j]
    return Numeric(
        f"Two linear layers stand one behind the other, without activation. The weights of the "
        f"first are, row by row, {rows(W1)}; those of the second {rows(W2)}. Folded into one "
        f"layer, which weight has its {row} output on the {column} input?",
        float(W[i, j]),
        2,
        f"$W = W_2 W_1$: the {row} row of the second layer's weights meets the {column} column of "
        f"the first layer's, {number(W2[i, 0] * W1[0, j], 2)} + "
        f"({number(W2[i, 1] * W1[1, j], 2)}) = {number(W[i, j], 2)}.",
        (
            Slip(
                float(W2[i, j] * W1[i, j]),
                "You multiplied number by number. A matrix product takes a row and a column, and "
                "adds up.",
                "element-by-element",
            ),
            Slip(
                float(turned[i, j]),
                "That is $W_1 W_2$. The second layer comes after the first, so its matrix stands "
                "on "
                "the left.",
                "product-order",
            ),
            Slip(
                float(W2[i, j] + W1[i, j]),
                "You added the matrices. The second layer multiplies what the first one gives.",
                "weights-added",
            ),
            Slip(
                float(W2[i, 0] * W1[0, j]),
                "That is the way through the first hidden neuron only. The second one adds its "
                "part.",
                "one-path",
            ),
        ),
        "activations#two-linear-layers-are-one",
        "activations#figure-collapse?linear=true",
    )
