import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, rows, signed, traced_like, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "forward", 0, 3


@distinct
def make(rng):
    network, x, k = traced_like(rng), whole(rng, -4, 4, 2), int(rng.integers(2))
    flat = nn.MLP(network.weights, network.biases, "identity").forward(x[None]).logits[0, k]
    trace = network.forward(x[None])
    a, z = trace.activations[1][0], float(trace.logits[0, k])
    W2, b2 = network.weights[1], network.biases[1]
    return Numeric(
        f"A network’s hidden weights have the rows {rows(network.weights[0])}, and its output"
        f" weights have the rows {rows(W2)}. The hidden biases are {point(network.biases[0])}, the"
        f" output biases {point(b2)}, and the hidden layer has ReLU. For the input {point(x, 0)},"
        f" what is $z^{{(2)}}_{k + 1}$, the logit of output neuron ${k + 1}$? Give two decimals.",
        z,
        2,
        f"The hidden activations are {point(a)}. Output {k + 1} has row {k + 1} of the output"
        f" weights: {number(W2[k, 0] * a[0])} + {signed(W2[k, 1] * a[1])} + {signed(b2[k])} ="
        f" {number(z)}.",
        (
            Slip(
                float(flat),
                "You passed on a negative hidden sum. ReLU turns it into 0.",
                "relu-forgotten",
            ),
            Slip(
                float(trace.logits[0, 1 - k]),
                f"That’s the other output’s logit. The subscript says which output: {k + 1}.",
                "other-output",
            ),
            Slip(z - float(b2[k]), "You left out the output bias.", "output-bias-forgotten"),
            Slip(
                float(nn.linear(a[None], W2.T, b2)[0, k]),
                "You used a column of the output weights. A neuron’s weights are a row.",
                "output-weights-transposed",
            ),
        ),
        "forward#one-example-by-hand",
        "forward#figure-network?step=5",
    )
