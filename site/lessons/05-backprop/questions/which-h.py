import numpy as np

import nn
from course.figures.svg import Svg
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import stroke, target, words

LESSON, GOAL, LEVEL = "backprop", 2, 2
RECAP = "Why do you measure"
# The powers of ten: a good h, one that's too small, one far too small, and one too large.
CASES = [
    (good, small, tiny, large)
    for good in (-5, -6)
    for large in (-1, -2)
    for small, tiny in ((-9, -11), (-9, -12))
]
LOWEST, LEFT, STEP, HEIGHT = -13, 30, 24, 60  # the scale's first power, and its place


def error(power):
    """Return how far off the slopes of the traced network are, measured with this h."""
    network, (x, y) = nn.traced_network(), nn.traced_example()
    trace = network.forward(x)
    true = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).weights[0]

    def loss(_):
        return nn.cross_entropy(network.forward(x).logits, y)

    measured = nn.numerical_gradient(loss, network.weights[0], 10.0**power)
    return float(np.abs(measured - true).max())


def ten(power):
    """Return a power of ten as it's written: 10⁻⁵."""
    return "10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def at(power):
    return LEFT + STEP * (power - LOWEST)


@distinct
def make(rng, powers):
    errors = [error(power) for power in powers]
    assert min(errors) == errors[0]
    letters = lettered(rng, len(powers))
    spots = dict(sorted(zip(letters, powers, strict=True)))
    svg = Svg(
        360,
        120,
        "Four values of h on a scale of powers of ten",
        "; ".join(f"{letter} at {ten(power)}" for letter, power in spots.items()),
        interactive=True,
    )
    stroke(svg, (at(LOWEST), HEIGHT), (at(0), HEIGHT))
    for power in range(-12, 1, 4):
        stroke(svg, (at(power), HEIGHT), (at(power), HEIGHT + 24))
        words(svg, ten(power), at(power), HEIGHT + 42)
    words(svg, "h", at(0), HEIGHT - 24)
    for letter, power in spots.items():
        target(svg, letter, at(power), HEIGHT)
    rounding = (
        "This $h$ is too small: the two losses agree in nearly all their digits, so their"
        " difference is mostly rounding error."
    )
    told = (
        (
            "This $h$ is so small that the loss’s bend hardly matters, and so large that rounding"
            " hardly matters, either.",
        ),
        (rounding, "h-too-small"),
        (rounding, "h-too-small"),
        (
            "This $h$ is too large: the loss bends between the two points, so the slope is off.",
            "h-too-large",
        ),
    )
    return Place(
        "In a gradient check, you nudge a weight up and down by $h$, and measure the slope of the"
        " loss between these two points. Numbers have about 16 digits. The drawing shows four"
        " values of $h$, in powers of ten. Which one measures the slope most accurately?",
        svg,
        letters[0],
        {
            letter: Option(f"h = {ten(power)}", *told[powers.index(power)])
            for letter, power in spots.items()
        },
        "backprop#measure-it",
        "backprop#figure-nudge?exponent=-5",
    )
