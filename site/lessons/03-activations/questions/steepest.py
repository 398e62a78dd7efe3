import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, curve, target

LESSON, GOAL, LEVEL = "activations", 1, 1
PLANE = Plane((-6, 6), (-0.1, 1.1), left=44, top=20, width=300, height=200)
AT = np.linspace(-6, 6, 31)
CURVE = list(zip(AT.tolist(), nn.sigmoid(AT).tolist(), strict=True))


@distinct
def make(rng):
    near = float(rng.choice([-0.3, 0.0, 0.3]))
    sign = float(rng.choice([-1, 1]))
    z = np.array([near, sign * rng.uniform(1.8, 2.6), -sign * rng.uniform(2.8, 3.8), sign * 5])
    a, slopes = nn.sigmoid(z), nn.sigmoid_slope(z)
    letters = lettered(rng, len(z))
    spots = dict(sorted(zip(letters, zip(z, a, slopes, strict=True), strict=True)))
    svg = Svg(
        360,
        260,
        "Four points on a sigmoid",
        "; ".join(
            f"{name} at z {number(u, 1)}, a {number(v, 2)}" for name, (u, v, _) in spots.items()
        ),
        interactive=True,
    )
    axes(svg, PLANE, (-6, -3, 0, 3, 6), (0, 0.5, 1), "z", "a", 1)
    curve(svg, PLANE, CURVE)
    for name, (u, v, _) in spots.items():
        target(svg, name, *PLANE.at((u, v)))

    def option(u, v, slope):
        text = f"z = {number(u, 1)}, a = {number(v, 2)}"
        if u == near:
            return Option(
                text,
                f"Here the slope is {number(slope, 3)}. It’s largest at $z = 0$, where it’s 1/4.",
            )
        if v > 0.5:
            why, slug = "A large activation doesn’t mean a large slope.", "value-for-slope"
        else:
            why, slug = "The curve flattens toward both ends.", "saturated-end"
        return Option(text, f"Here the slope is only {number(slope, 3)}. {why}", slug)

    return Place(
        "This is the sigmoid. A gradient that goes back through it is multiplied by its slope. At"
        " which marked point is the largest part of the gradient left?",
        svg,
        letters[0],
        {name: option(*spot) for name, spot in spots.items()},
        "activations#the-slopes",
        "activations#figure-curves?activation=sigmoid&z=0",
    )
