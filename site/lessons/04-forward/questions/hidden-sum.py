import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, rows, signed, traced_like, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 0, 1


@distinct
def make(rng):
    network, x, k = traced_like(rng), whole(rng, -4, 4, 2), int(rng.integers(2))
    W, b = network.weights[0], network.biases[0]
    z = float(network.forward(x[None]).pre_activations[0][0, k])
    turned = float(nn.linear(x[None], W.T, b)[0, k])
    return Numeric(
        f"The hidden weights $W^{{(1)}}$ have the rows {rows(W)}, and the biases $b^{{(1)}}$ are"
        f" {point(b)}. The input is {point(x, 0)}. What is $z^{{(1)}}_{k + 1}$, the sum of a hidden"
        " neuron? Give one decimal.",
        z,
        1,
        f"Hidden neuron {k + 1} has row {k + 1} of the weights: {number(W[k, 0] * x[0], 1)} +"
        f" {signed(W[k, 1] * x[1], 1)} + {signed(b[k], 1)} = {number(z, 1)}.",
        (
            Slip(z - float(b[k]), "You left out the bias.", "bias-forgotten"),
            Slip(
                turned,
                "You went down a column of the weights. A neuron’s weights are a row.",
                "weights-transposed",
            ),
            Slip(
                float(network.forward(x[None]).pre_activations[0][0, 1 - k]),
                f"That’s the other neuron’s sum. The subscript says which neuron: {k + 1}.",
                "other-neuron",
            ),
        ),
        "forward#one-example-by-hand",
        "forward#figure-network?step=1",
    )
