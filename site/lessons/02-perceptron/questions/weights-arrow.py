import numpy as np

from course.figures.plane import Plane, half_plane
from course.figures.svg import Svg
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import arrow, axes, stroke, target, words

LESSON, GOAL, LEVEL = "perceptron", 1, 1
RECAP = "What do the weights do"
SPAN = (-2.0, 2.0)
PLANE = Plane(SPAN, SPAN, left=20, top=10, width=300, height=300)


def towards(way):
    """Say which way an arrow points."""
    parts = ((way[1], "up", "down"), (way[0], "right", "left"))
    return " and ".join(plus if one > 0 else minus for one, plus, minus in parts if abs(one) > 0.38)


@distinct
def make(rng):
    angle = rng.uniform(0, 2 * np.pi)
    w = np.array([np.cos(angle), np.sin(angle)])
    along = np.array([-w[1], w[0]])
    bias = rng.uniform(-0.3, 0.3)
    foot = -bias * w
    letters = lettered(rng, 4)
    svg = Svg(
        340,
        320,
        "Four arrows on a neuron’s line",
        "On the shaded side of the line, the answer is 1. One arrow is at a right angle to the line"
        " and points to the shaded side, one points the other way, and two run along the line.",
        interactive=True,
    )
    axes(svg, PLANE)
    corners = " ".join(
        f"{x:.1f},{y:.1f}" for x, y in map(PLANE.at, half_plane(w, bias, SPAN, SPAN))
    )
    svg.add("polygon", points=corners, fill="var(--accent-soft)")
    stroke(svg, PLANE.at(foot - 1.9 * along), PLANE.at(foot + 1.9 * along))
    words(svg, "answer 1", *PLANE.at(foot + 0.8 * w + 0.9 * along))
    for way, letter in zip((w, -w, along, -along), letters, strict=True):
        arrow(svg, PLANE.at(foot), PLANE.at(foot + way))
        target(svg, letter, *PLANE.at(foot + 1.2 * way))
    slanted = (
        "Along the line, $z$ stays 0. The weights point to where $z$ grows fastest, and that’s"
        " straight away from the line."
    )
    return Place(
        "On the shaded side, the neuron answers 1. Which arrow shows the direction of its weights?",
        svg,
        letters[0],
        {
            letters[0]: Option(
                "At a right angle, to the side of the 1s",
                "The weights are at a right angle to the line and point to the side where $z$ is"
                " positive.",
            ),
            letters[1]: Option(
                "At a right angle, to the side of the 0s",
                "The angle is right, but the side is wrong. A step in the direction of the weights"
                " makes $z$ larger, so they point to the 1s.",
                "signs-turned",
            ),
            **{
                letter: Option(f"Along the line, {way}", slanted, "weights-along-the-line")
                for letter, way in zip(letters[2:], (towards(along), towards(-along)), strict=True)
            },
        },
        "perceptron#the-boundary-is-a-line",
        "perceptron#figure-boundary",
    )
