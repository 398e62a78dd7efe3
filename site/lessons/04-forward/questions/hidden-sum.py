import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, traced_like, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 0, 1


@distinct
def make(rng):
    network, x, k = traced_like(rng), whole(rng, -4, 4, 2), int(rng.integers(2))
    W, b = network.weights[0], network.biases[0]
    z = float(network.forward(x[None]).pre_activations[0][0, k])
    turned = float(nn.linear(x[None], W.T, b)[0, k])
    return Numeric(
        f"The matrix `W1` has the rows {point(W[0])} and {point(W[1])}, `b1` is {point(b)}. For "
        f"the input {point(x, 0)}, what is `z1[{k}]`?",
        z,
        1,
        f"Neuron {k} has row {k} of `W1`: {number(W[k, 0] * x[0], 1)} + "
        f"({number(W[k, 1] * x[1], 1)}) + ({number(b[k], 1)}) = {number(z, 1)}.",
        (
            Slip(z - float(b[k]), "The bias is missing.", "bias-forgotten"),
            Slip(
                turned,
                "You went down a column of `W1`. A neuron's weights are a row.",
                "weights-transposed",
            ),
            Slip(
                float(network.forward(x[None]).pre_activations[0][0, 1 - k]),
                "That is the other neuron: they are counted from 0.",
                "other-neuron",
            ),
        ),
        "forward#one-example-by-hand",
        "forward#figure-network?step=1",
    )
