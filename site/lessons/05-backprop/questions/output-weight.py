import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, traced_like, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 0, 2


@distinct
def make(rng):
    network, x, y = traced_like(rng), whole(rng, -4, 4, 2), rng.integers(2, size=1)
    k, j = int(rng.integers(2)), int(rng.integers(2))
    a = network.forward(x[None]).activations[1].round(1)
    dz = nn.cross_entropy_gradient(network.forward(x[None]).logits, y).round(2)
    w = float(network.weights[1][k, j])
    right = float(nn.linear_backward_parameters(dz, a)[0][k, j])
    return Numeric(
        f"The weight from hidden neuron {j} to output {k} is {number(w, 1)}. The hidden "
        f"activations "
        f"are {number(a[0, 0], 1)} and {number(a[0, 1], 1)}, the slopes of the loss at the logits "
        f"{number(dz[0, 0])} and {number(dz[0, 1])}; everything is counted from 0. What is the "
        "gradient of this weight? Give three decimals.",
        right,
        3,
        f"Upstream times local: the slope at logit {k}, {number(dz[0, k])}, times what came in "
        f"through this weight, {number(a[0, j], 1)}.",
        (
            Slip(
                float(dz[0, k] * w),
                "You multiplied by the weight. That is the way back to the hidden neuron; for the "
                "weight itself, the local slope is what came in.",
                "weight-for-activation",
            ),
            Slip(
                float(dz[0, k] * a[0, 1 - j]),
                "You took the activation of the other hidden neuron.",
                "other-neuron",
            ),
            Slip(
                float(dz[0, 1 - k] * a[0, j]),
                "You took the slope at the other logit. This weight reaches the loss through its "
                "own output only.",
                "other-output",
            ),
        ),
        "backprop#every-path",
        "backprop#figure-edges?step=17",
    )
