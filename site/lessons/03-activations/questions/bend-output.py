import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, signed, whole
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "activations", 5, 1


@distinct
def make(rng):
    t = np.array([0.0, *np.sort(rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], 2, replace=False))])
    w, b = whole(rng, -4, 4, 3), float(whole(rng, -5, 5))
    at = float(t[2] - 0.5) if t[2] - t[1] > 1 else float(t[1] + 0.5)
    network = nn.MLP([np.ones((3, 1)), w[None]], [-t, np.array([b])])
    trace = network.forward(np.array([[at]]))
    z, a = trace.pre_activations[0][0], trace.activations[1][0]
    right = float(trace.logits[0, 0])
    return Numeric(
        "A network with one input $x$ has three hidden ReLU neurons. They bend at"
        f" {t[0]:.0f}, {t[1]:.0f}, and {t[2]:.0f}: neuron $j$ gives $\\max(0, x - t_j)$."
        f" Their output weights are {number(w[0], 0)}, {number(w[1], 0)}, and"
        f" {number(w[2], 0)}, and the output’s bias is {number(b, 0)}. What’s the output for an"
        f" input of {at:.1f}? Give one decimal.",
        right,
        1,
        f"The third neuron is still off, so it’s {signed(w[0], 0)} · {a[0]:.1f} +"
        f" {signed(w[1], 0)} · {a[1]:.1f} + {signed(b, 0)} = {number(right, 1)}.",
        (
            Slip(
                float(w @ z + b),
                "You let the third neuron pass on a negative number. ReLU turns it into 0.",
                "relu-left-out",
            ),
            Slip(
                float(w[:2].sum() * at + b),
                "You multiplied the weights by $x$ itself. The second neuron gives only how far $x$"
                " is past its bend.",
                "bend-forgotten",
            ),
            Slip(
                float(w @ a),
                "You forgot the bias of the output.",
                "bias-forgotten",
            ),
            Slip(
                float(w[0] * a[0] + b),
                "You left out the second neuron. Its bend is to the left of this $x$, so it’s on.",
                "neuron-left-out",
            ),
        ),
        "activations#any-curve-from-bends",
    )
