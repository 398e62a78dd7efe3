import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, tenths, traced_like
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 2


@distinct
def make(rng):
    network, x, y = traced_like(rng), tenths(rng, -4, 4, 2), rng.integers(2, size=1)
    k, j = int(rng.integers(2)), int(rng.integers(2))
    a = network.forward(x[None]).activations[1].round(1)
    dz = nn.cross_entropy_gradient(network.forward(x[None]).logits, y).round(2)
    w = float(network.weights[1][k, j])
    right = float(nn.linear_backward_parameters(dz, a)[0][k, j])
    return Numeric(
        f"The weight from hidden neuron {j + 1} to output {k + 1} is {number(w, 1)}. The hidden"
        f" activations are {number(a[0, 0], 1)} and {number(a[0, 1], 1)}, and the loss’s slopes at"
        f" the logits are {number(dz[0, 0])} and {number(dz[0, 1])}. What’s the gradient of this"
        " weight? Give three decimals.",
        right,
        3,
        f"Multiply upstream by local: the slope at logit {k + 1}, {number(dz[0, k])}, times the"
        f" activation that this weight multiplies, {number(a[0, j], 1)}.",
        (
            Slip(
                float(dz[0, k] * w),
                "You multiplied by the weight. That’s the way back to the hidden neuron. The local"
                " slope of the weight itself is the activation.",
                "weight-for-activation",
            ),
            Slip(
                float(dz[0, k] * a[0, 1 - j]),
                "You used the activation of the other hidden neuron.",
                "other-neuron",
            ),
            Slip(
                float(dz[0, 1 - k] * a[0, j]),
                f"The sign is wrong. This weight leads to output {k + 1}, where the slope is"
                f" {number(dz[0, k])}, not {number(dz[0, 1 - k])}.",
                "other-output",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?step=17",
    )
