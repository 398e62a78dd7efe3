import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, curve, target

LESSON, GOAL, LEVEL = "loss", 2, 3
P = np.linspace(0.02, 0.98, 49)
Z = np.stack([np.zeros_like(P), np.log(P / (1 - P))], axis=1)  # two classes, the second is true
Y = np.ones(len(P), int)
BOTH = nn.softmax(Z)
CROSS = -len(P) * nn.cross_entropy_gradient(Z, Y)[:, 1]
SLOPE = BOTH.size * nn.squared_error_gradient(BOTH, nn.one_hot(Y, 2))
SQUARED = -nn.softmax_backward(SLOPE, BOTH)[:, 1]
LOSS = np.array([nn.cross_entropy(row[None], Y[:1]) for row in Z])
PLANE = Plane((0, 1), (0, 1.5), left=44, top=24, width=296, height=210)


@distinct
def make(rng):
    letters = lettered(rng, 3)
    svg = Svg(
        360,
        286,
        "Three curves over the probability of the true class",
        f"{letters[1]} falls in a straight line from 1 to 0. {letters[0]} starts near 0, rises to "
        f"a "
        f"hill and falls to 0 again. {letters[2]} comes down from far above 1 to 0.",
        interactive=True,
    )
    axes(svg, PLANE, (0, 0.5, 1), (0, 0.5, 1, 1.5), "p of the true class", "", 1)
    for values, letter, at in (
        (SQUARED, letters[0], 0.12),
        (CROSS, letters[1], 0.1),
        (LOSS, letters[2], 0.3),
    ):
        shown = values <= 1.5
        curve(svg, PLANE, list(zip(P[shown].tolist(), values[shown].tolist(), strict=True)))
        place = at + float(rng.uniform(-0.03, 0.03))
        target(svg, letter, *PLANE.at((place, float(np.interp(place, P, values)))))
    told = {
        letters[0]: Option(
            "The hill that starts near 0",
            "Where the network is surely wrong, $p$ near 0, it hardly pushes: softmax's slope is a "
            "factor in it.",
        ),
        letters[1]: Option(
            "The straight line from 1 to 0",
            "That is cross-entropy's push, $1 - p$: the more wrong, the harder.",
            "losses-swapped",
        ),
        letters[2]: Option(
            "The curve that comes from far above",
            "That is cross-entropy *itself*, $-\\ln p$, and no push.",
            "loss-for-slope",
        ),
    }
    return Place(
        "Two classes and a softmax. Two of these curves show how hard a loss pushes the true logit "
        "up. Which one belongs to the squared error, added up over both classes?",
        svg,
        letters[0],
        dict(sorted(told.items())),
        "loss#why-not-squared-error",
        "loss#figure-logits?drawing=1&squared=true",
    )
