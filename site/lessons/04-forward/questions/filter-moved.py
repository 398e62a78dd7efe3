import numpy as np

import nn
from course.quiz.items import Choice, Option

GOAL, LEVEL = 5, 3
WAYS = {"to the right": (0, 1), "to the left": (0, -1), "down": (1, 0), "up": (-1, 0)}
BACK = {"to the right": "to the left", "to the left": "to the right", "down": "up", "up": "down"}
CASES = tuple((way, far) for far in (2, 3) for way in WAYS)


def make(rng, case):
    way, far = case
    steps = tuple(far * one for one in WAYS[way])
    image = np.zeros((16, 16))
    image[6:10, 6:10] = rng.integers(1, 5, (4, 4))
    w, b = rng.integers(-2, 3, (1, 1, 3, 3)).astype(float), np.ones(1)
    before, after = (
        nn.conv2d(one[None, None], w, b)[0, 0] for one in (image, np.roll(image, steps, (0, 1)))
    )
    assert (np.roll(before, steps, (0, 1)) == after).all()
    name = {2: "two", 3: "three"}[far]
    return Choice(
        f"A drawing moves {name} pixels {way}, and stays well inside the image. A filter slides"
        " over the image before and after. How does its map change?",
        Option(
            f"All of it moves {name} pixels {way}",
            "The weights are the same at every position, so the filter gives the same answers"
            f" {name} pixels further on.",
        ),
        (
            Option(
                f"All of it moves {name} pixels {BACK[way]}",
                "A position of the map belongs to the same position of the image, so the two can’t"
                " move in opposite directions.",
                "sign-turned",
            ),
            Option(
                "Nothing in it changes, wherever the drawing is",
                "The map says *where* the pattern was found, so it depends on where the drawing"
                " is. What doesn’t change is the answer itself.",
                "map-without-places",
            ),
            Option(
                "Its numbers are different, and can’t be foreseen",
                "That’s what happens to a neuron with a weight for each pixel: all the ink meets"
                " other weights. A filter takes its weights along.",
                "weight-per-pixel",
            ),
        ),
        "forward#patterns-in-images",
        "forward#figure-slide",
    )
