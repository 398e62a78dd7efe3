import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, rows, traced_like, whole
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
        f"A network has the hidden weights {rows(network.weights[0])}, the hidden biases "
        f"{point(network.biases[0])}, ReLU, then the output weights {rows(W2)} and the output "
        f"biases {point(b2)}; each neuron is a row. For the input {point(x, 0)}, what is the logit "
        f"`z2[{k}]`? Give two decimals.",
        z,
        2,
        f"The hidden layer gives {point(a)}. Row {k} of the output weights makes "
        f"{number(W2[k, 0] * a[0])} + ({number(W2[k, 1] * a[1])}) + ({number(b2[k])}) = "
        f"{number(z)} of it.",
        (
            Slip(
                float(flat),
                "A hidden sum is below 0 and you passed it on. ReLU turns it into 0.",
                "relu-forgotten",
            ),
            Slip(z - float(b2[k]), "The output bias is missing.", "output-bias-forgotten"),
            Slip(
                float(nn.linear(a[None], W2.T, b2)[0, k]),
                "You took a column of the output weights. A neuron's weights are a row.",
                "output-weights-transposed",
            ),
        ),
        "forward#one-example-by-hand",
        "forward#figure-network?example=second&step=5",
    )
