import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "perceptron", 0, 2
GRID = np.array([[x, y] for x in range(-3, 4) for y in range(-3, 4)], float)


@distinct
def make(rng):
    w, b = tenths(rng, -0.9, 0.9, 2), float(tenths(rng, -1.5, -0.4))
    z = nn.neuron(GRID, w, b)
    bare, swapped = nn.neuron(GRID, w, 0.0), nn.neuron(GRID, w[::-1], b)
    clear = np.abs(z) > 0.05  # no point so near the line that rounding could decide

    def pick(mask, count):
        places = np.flatnonzero(mask & clear)
        return rng.choice(places, count, replace=False) if len(places) >= count else []

    right = pick(z > 0, 2)
    forgot = pick((z < 0) & (bare > 0.05) & (swapped < 0), 1)
    turned = pick((z < 0) & (bare < 0) & (swapped > 0.05), 1)

    def said(place):
        return f"Here $z$ is {number(z[place], 1)}"

    return Several(
        f"A perceptron has the weights {point(w)} and the bias {number(b, 1)}. For which of these"
        " points does it answer 1?",
        tuple(
            Option(point(GRID[i], 0), f"{said(i)}. That’s at least 0, so the answer is 1.")
            for i in right
        ),
        (
            *(
                Option(
                    point(GRID[i], 0),
                    f"{said(i)}, so the answer is 0. Without the bias you’d get"
                    f" {number(bare[i], 1)}: you left it out.",
                    "bias-forgotten",
                )
                for i in forgot
            ),
            *(
                Option(
                    point(GRID[i], 0),
                    f"{said(i)}, so the answer is 0. With the two weights swapped you’d get"
                    f" {number(swapped[i], 1)}, but the first weight belongs to the first input.",
                    "weights-swapped",
                )
                for i in turned
            ),
        )
        if len(forgot) and len(turned)
        else (),
        "perceptron#one-neuron",
        "perceptron#figure-boundary",
    )
