import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, curve, target

LESSON, GOAL, LEVEL = "loss", 2, 3
P = np.linspace(0.02, 0.98, 25)
PLANE = Plane((0, 1), (0, 1.5), left=44, top=24, width=296, height=210)
NAMES = ("squared", "push", "loss")
CASES = [(asked, classes) for classes in (2, 4, 10) for asked in NAMES][:8]
ASKED = {
    "squared": "A step with learning rate 1 moves the logits themselves, to make the *squared"
    " error* smaller (summed over the classes). Which curve shows how far it raises the true"
    " class’s logit?",
    "push": "A step with learning rate 1 moves the logits themselves, to make the *cross-entropy*"
    " smaller. Which curve shows how far it raises the true class’s logit?",
    "loss": "Which curve shows the cross-entropy itself?",
}
SHAPES = {
    "squared": "The hill, low at both ends",
    "push": "The straight line, from 1 down to 0",
    "loss": "The curve that comes down from far above 1",
}
REASONS = {
    "squared": "The hill is the squared error’s step. It contains the factor $p_y$, so where $p_y$"
    " is close to 0, the logit hardly moves.",
    "push": "The straight line is cross-entropy’s step, $1 - p_y$: the more wrong, the larger.",
    "loss": "The curve from far above is the cross-entropy itself, $-\\ln p_y$.",
}


def curves(classes):
    """Return the three curves, with the true class first and the other logits equal."""
    z = np.zeros((len(P), classes))
    z[:, 0] = np.log(P * (classes - 1) / (1 - P))
    y = np.zeros(len(P), int)
    p = nn.softmax(z)
    slope = p.size * nn.squared_error_gradient(p, nn.one_hot(y, classes))
    return {
        "squared": -nn.softmax_backward(slope, p)[:, 0],
        "push": -len(P) * nn.cross_entropy_gradient(z, y)[:, 0],
        "loss": np.array([nn.cross_entropy(row[None], y[:1]) for row in z]),
    }


@distinct
def make(rng, case):
    asked, classes = case
    letters = dict(zip(NAMES, lettered(rng, 3), strict=True))
    svg = Svg(
        360,
        286,
        "Three curves over the probability of the true class",
        f"{letters['push']} falls in a straight line from 1 to 0. {letters['squared']} starts near"
        f" 0, rises to a hill, and falls to 0 again. {letters['loss']} comes down from far above 1"
        " to 0.",
        interactive=True,
    )
    axes(svg, PLANE, (0, 0.5, 1), (0, 0.5, 1, 1.5), "p of the true class", "", 1)
    for (name, values), at in zip(curves(classes).items(), (0.12, 0.1, 0.3), strict=True):
        shown = values <= 1.5
        curve(svg, PLANE, list(zip(P[shown].tolist(), values[shown].tolist(), strict=True)))
        place = at + float(rng.uniform(-0.03, 0.03))
        target(svg, letters[name], *PLANE.at((place, float(np.interp(place, P, values)))))
    told = {
        letters[name]: Option(SHAPES[name], REASONS[name])
        if name == asked
        else Option(SHAPES[name], REASONS[name], f"taken-for-{name}")
        for name in NAMES
    }
    return Place(
        f"There are {classes} classes{', and all wrong ones are equally likely' * (classes > 2)}."
        " To the right is $p_y$, the probability of the true class."
        f" {ASKED[asked]}",
        svg,
        letters[asked],
        dict(sorted(told.items())),
        "loss#why-not-squared-error",
        "loss#figure-logits?drawing=3&squared=true",
    )
