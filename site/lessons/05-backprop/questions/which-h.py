import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, curve, target

LESSON, GOAL, LEVEL = "backprop", 2, 2
PLANE = Plane((-13, 0), (-13, 0), left=48, top=24, width=296, height=210)


def errors(shift):
    """Return the exponents of h, and of the error of the slope that each h measures."""
    network = nn.traced_network()
    network.biases[1][0] += shift
    x, y = nn.traced_example()
    trace = network.forward(x)
    true = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).weights[0]
    W = network.weights[0]

    def loss(_):
        return nn.cross_entropy(network.forward(x).logits, y)

    powers = np.arange(-12.0, -0.4, 0.5)
    off = [np.abs(nn.numerical_gradient(loss, W, 10.0**power) - true).max() for power in powers]
    return powers, np.log10(np.maximum(off, 1e-13))


CURVES = [errors(shift) for shift in (0.0, 0.2, -0.3)]


@distinct
def make(rng):
    powers, off = CURVES[rng.integers(len(CURVES))]
    middle = int(np.abs(powers + 5).argmin())
    tiny = int(np.abs(powers + 11).argmin()) + int(rng.integers(-1, 2))
    small = int(np.abs(powers + 9).argmin()) + int(rng.integers(-1, 1))
    large = int(np.abs(powers + 1).argmin()) + int(rng.integers(-1, 2))
    at = [middle, tiny, small, large]
    letters = lettered(rng, 4)
    spots = dict(sorted(zip(letters, at, strict=True)))
    svg = Svg(
        360,
        286,
        "The error of a measured slope for each h",
        "Both scales count in powers of ten. "
        + "; ".join(
            f"{name}: h 10 to the {number(powers[i], 1)}, error 10 to the {number(off[i], 1)}"
            for name, i in spots.items()
        ),
        interactive=True,
    )
    axes(svg, PLANE, (-12, -8, -4, 0), (-12, -8, -4, 0), "h, power of ten", "error, power of ten")
    curve(svg, PLANE, list(zip(powers.tolist(), off.tolist(), strict=True)))
    for name, i in spots.items():
        target(svg, name, *PLANE.at((float(powers[i]), float(off[i]))))
    rounding = (
        "Here $h$ is too small: the two losses agree in nearly all their digits, so their"
        " difference is mostly rounding error."
    )
    told = [
        Option(
            f"h = 10 to the {number(powers[middle], 1)}",
            "Here the error is smallest: $h$ is so small that the bend hardly matters, and so large"
            " that rounding hardly matters, either.",
        ),
        Option(f"h = 10 to the {number(powers[tiny], 1)}", rounding, "h-too-small"),
        Option(f"h = 10 to the {number(powers[small], 1)}", rounding, "h-too-small"),
        Option(
            f"h = 10 to the {number(powers[large], 1)}",
            "Here $h$ is too large: the curve bends between the two points, so the slope is off.",
            "h-too-large",
        ),
    ]
    return Place(
        "A slope is measured on both sides with different $h$. The plot shows the error of each."
        " Which marked $h$ would you use for a gradient check?",
        svg,
        letters[0],
        dict(sorted(zip(letters, told, strict=True))),
        "backprop#measure-it",
        "backprop#figure-nudge?exponent=-5",
    )
