import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered, point
from course.quiz.items import Option, Place
from course.quiz.places import axes, target

LESSON, GOAL, LEVEL = "perceptron", 3, 3
PLANE = Plane((-0.4, 1.4), (-0.4, 1.4), left=60, top=20, width=240, height=240)
GATE = nn.xor()[0]
W, B = np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5])  # OR and NAND


@distinct
def make(rng):
    x = GATE[rng.integers(4)]
    hidden = nn.step(nn.linear(x[None], W, B))[0]
    letters = dict(zip(map(tuple, GATE), lettered(rng, 4), strict=True))
    svg = Svg(
        340,
        310,
        "Four places for a pair of answers",
        "; ".join(f"{letter} at {point(place, 0)}" for place, letter in letters.items()),
        interactive=True,
    )
    axes(svg, PLANE, (0, 1), (0, 1), "answer of OR", "answer of NAND")
    for place, letter in letters.items():
        target(svg, letter, *PLANE.at(place))

    def told(place):
        if place == (hidden[0], hidden[1]):
            return Option(
                f"OR {number(place[0], 0)}, NAND {number(place[1], 0)}",
                f"OR has $z$ = {number(x.sum() - 0.5, 1)} and answers {number(hidden[0], 0)}; NAND "
                f"has $z$ = {number(1.5 - x.sum(), 1)} and answers {number(hidden[1], 0)}.",
            )
        if place == (hidden[0], 1 - hidden[1]):
            why = "The second answer would be AND's. NAND is AND with every sign turned."
            slug = "and-for-nand"
        elif place == (1 - hidden[0], hidden[1]):
            why = "OR is 1 as soon as one input is 1, and 0 only for (0, 0)."
            slug = "or-answered-wrongly"
        else:
            why = "Both answers are turned round: check the signs of the two sums."
            slug = "answers-swapped"
        return Option(f"OR {number(place[0], 0)}, NAND {number(place[1], 0)}", why, slug)

    return Place(
        f"Two neurons read the point {point(x, 0)}: OR, with the weights {point(W[0], 0)} and the "
        f"bias {number(B[0], 1)}, and NAND, with {point(W[1], 0)} and {number(B[1], 1)}. At which "
        "place does the third neuron see this point?",
        svg,
        letters[tuple(hidden)],
        {letter: told(place) for place, letter in letters.items()},
        "perceptron#two-neurons-and-a-third",
        "perceptron#figure-xor?why=true",
    )
