import nn
from course.quiz.fresh import point
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "backprop", 4, 3
RECAP = "A hidden neuron's $z$ is"
CASES = [(off, out, inp) for off in range(2) for out in range(2) for inp in range(2)]


def make(rng, case):
    off, out, inp = case
    network = nn.traced_network()
    network.biases[0][off] = -9.0  # switches this neuron off
    x, y = nn.traced_example()
    trace = network.forward(x)
    found = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    (dW1, dW2), (db1, db2) = found.weights, found.biases
    z = trace.pre_activations[0][0]
    j, other = off + 1, 2 - off
    zero = (
        (
            dW1[off, inp],
            f"Of the weight from input {inp + 1} to hidden neuron {j}",
            "The neuron is off: its pre-activation is below 0. There, ReLU’s slope is 0, so no"
            " gradient gets back to the weight.",
        ),
        (
            db1[off],
            f"Of the bias of hidden neuron {j}",
            "The neuron is off, so no gradient gets back to its bias, either.",
        ),
        (
            dW2[out, off],
            f"Of the weight from hidden neuron {j} to output {out + 1}",
            "It multiplies this neuron’s activation, which is 0. That’s its local slope.",
        ),
    )
    rest = (
        (
            db2[out],
            f"Of the bias of output {out + 1}",
            "Its upstream gradient is $p - Y$, which is never exactly 0 after softmax, and its"
            " local slope is 1.",
            "upstream-forgotten",
        ),
        (
            dW1[1 - off, inp],
            f"Of the weight from input {inp + 1} to hidden neuron {other}",
            "That neuron is on, so its own path to the loss is open.",
            "whole-layer-off",
        ),
    )
    assert not any(value for value, *_ in zero)
    assert all(value for value, *_ in rest)
    return Several(
        f"For one example, the two hidden ReLU neurons have the pre-activations {point(z)}. No"
        " input is 0. Which gradients are exactly 0 for this example, whatever the output weights"
        " are?",
        tuple(Option(text, why) for _, text, why in zero),
        tuple(Option(text, why, slug) for _, text, why, slug in rest),
        "backprop#a-neuron-that-is-off-gets-no-gradient",
        "backprop#figure-edges?example=off&step=26" if off == 0 else "",
    )
