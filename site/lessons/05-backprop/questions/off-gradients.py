import nn
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "backprop", 4, 3


def make(rng):
    off = int(rng.integers(2))
    network = nn.traced_network()
    network.biases[0][off] = -9.0  # switches this neuron off
    x, y = nn.traced_example()
    trace = network.forward(x)
    found = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    (dW1, dW2), (db1, db2) = found.weights, found.biases
    out, inp = int(rng.integers(2)), int(rng.integers(2))
    zero = (
        (
            dW1[off, inp],
            f"Of the weight from $x_{inp + 1}$ to this neuron",
            "Its upstream slope is 0: the ReLU lets nothing back.",
        ),
        (db1[off], "Of this neuron's bias", "Its upstream slope is 0, as for the weights."),
        (
            dW2[out, off],
            f"Of the weight from this neuron to output {out + 1}",
            "What came in through it is the activation, which is 0.",
        ),
    )
    rest = (
        (
            db2[out],
            f"Of the bias of output {out + 1}",
            "Its upstream slope is $p - y$, which is not 0, and its local slope is 1.",
            "upstream-forgotten",
        ),
        (
            dW1[1 - off, inp],
            f"Of the weight from $x_{inp + 1}$ to the other hidden neuron",
            "The other neuron is on: its own path to the loss is open.",
            "whole-layer-off",
        ),
    )
    assert not any(value for value, *_ in zero)
    assert all(value for value, *_ in rest)
    return Several(
        f"In the traced network the hidden neuron {off + 1} is off for an example, the other one "
        f"is "
        "on. No input is 0 and the answer is not perfect. Which gradients are exactly 0?",
        tuple(Option(text, why) for _, text, why in zero),
        tuple(Option(text, why, slug) for _, text, why, slug in rest),
        "backprop#every-path",
        "backprop#figure-edges?example=off&step=26",
    )
