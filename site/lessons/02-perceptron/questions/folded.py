import numpy as np

import nn
from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered, point
from course.quiz.items import Option, Place
from course.quiz.places import axes, target

LESSON, GOAL, LEVEL = "perceptron", 3, 3
RECAP = "What do two neurons do"
PLANE = Plane((-0.4, 1.4), (-0.4, 1.4), left=60, top=20, width=240, height=240)
GATE = nn.xor()[0]
W = np.array([[1.0, 1.0], [-1.0, -1.0]])  # OR and NAND
BIASES = ((-0.5, 1.5), (-0.8, 1.2))  # each pair does it
CASES = [(x, b) for b in BIASES for x in range(4)]


@distinct
def make(rng, case):
    x, b = GATE[case[0]], np.array(case[1])
    hidden = nn.step(nn.linear(x[None], W, b))[0]
    z = nn.linear(x[None], W, b)[0]
    letters = dict(zip(map(tuple, GATE), lettered(rng, 4), strict=True))
    svg = Svg(
        340,
        310,
        "Four points at which the third neuron can see its inputs",
        "; ".join(f"{letter} at {point(place, 0)}" for place, letter in letters.items()),
        interactive=True,
    )
    axes(svg, PLANE, (0, 1), (0, 1), "answer of the first", "answer of the second")
    for place, letter in letters.items():
        target(svg, letter, *PLANE.at(place))
    right = (
        f"The first neuron, OR, has $z$ = {number(z[0], 1)} and answers {number(hidden[0], 0)}."
        f" The second, NAND, has $z$ = {number(z[1], 1)} and answers {number(hidden[1], 0)}."
    )

    def told(place):
        text = f"First answer {number(place[0], 0)}, second {number(place[1], 0)}"
        if place == (hidden[0], hidden[1]):
            return Option(text, right)
        if place == (hidden[0], 1 - hidden[1]):
            why = (
                f"The second answer is wrong: this neuron’s $z$ is {number(z[1], 1)}. You gave"
                " AND’s answer for NAND’s."
            )
            slug = "and-for-nand"
        elif place == (1 - hidden[0], hidden[1]):
            why = (
                f"The first answer is wrong: this neuron’s $z$ is {number(z[0], 1)}. OR answers"
                " 0 only if both inputs are 0."
            )
            slug = "or-answered-wrongly"
        else:
            why = "You reversed both answers. Compute the two sums once more, with their signs."
            slug = "answers-swapped"
        return Option(text, why, slug)

    return Place(
        f"Two neurons read the input {point(x, 0)}. The first has the weights {point(W[0], 0)} and"
        f" the bias {number(b[0], 1)}. The second has {point(W[1], 0)} and {number(b[1], 1)}. A"
        " third neuron reads their two answers. At which point does it see this input?",
        svg,
        letters[tuple(hidden)],
        {letter: told(place) for place, letter in letters.items()},
        "perceptron#two-neurons-and-a-third",
        "perceptron#figure-moved",
    )
