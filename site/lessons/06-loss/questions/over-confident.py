import numpy as np

from course.figures.plane import Plane
from course.figures.svg import Svg
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, stroke, target

LESSON, GOAL, LEVEL = "loss", 3, 1
PLANE = Plane((0, 1), (0, 1), left=56, top=28, width=260, height=220)


@distinct
def make(rng):
    letters = lettered(rng, 3)
    said = np.array([0.85, 0.6, 0.4]) + rng.uniform(-0.05, 0.05, 3)
    right = said + np.array([-rng.uniform(0.2, 0.3), 0.0, rng.uniform(0.2, 0.3)])
    said, right = said.round(2), right.round(2)
    svg = Svg(
        350,
        300,
        "Three groups of answers: confidence, and how often they’re right",
        "; ".join(
            f"{letter}: confidence {s:.0%}, right {r:.0%}"
            for letter, s, r in zip(letters, said, right, strict=True)
        ),
        interactive=True,
    )
    axes(svg, PLANE, (0, 0.5, 1), (0, 0.5, 1), "confidence", "how often it’s right", 1)
    stroke(svg, PLANE.at((0, 0)), PLANE.at((1, 1)), dashed=True)
    for letter, s, r in zip(letters, said, right, strict=True):
        target(svg, letter, *PLANE.at((float(s), float(r))))
    texts = [f"Confidence {s:.0%}, right {r:.0%}" for s, r in zip(said, right, strict=True)]
    told = {
        letters[0]: Option(
            texts[0], "It’s below the diagonal: it’s right less often than its confidence says."
        ),
        letters[1]: Option(
            texts[1],
            "It’s on the diagonal: it’s right as often as its confidence says.",
            "calibrated-for-sure",
        ),
        letters[2]: Option(
            texts[2],
            "It’s above the diagonal: it’s right more often than its confidence says, so it’s"
            " underconfident.",
            "axes-swapped",
        ),
    }
    return Place(
        "Each disc is a group of a network’s answers: to the right, their average confidence, and"
        " upward, how often they’re right. In which group is the network overconfident?",
        svg,
        letters[0],
        dict(sorted(told.items())),
        "loss#sure-and-how-often-right",
        "loss#figure-calibration?network=small&temperature=1",
    )
