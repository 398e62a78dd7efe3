import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 4, 2


@distinct
def make(rng):
    z, y = rng.normal(size=(200, 10)), rng.integers(10, size=200)
    right = rng.random(200) < 0.9
    z[np.arange(200), np.where(right, y, (y + 1) % 10)] += 6
    factor = float(rng.choice([2.0, 2.5, 3.0]))
    before, after = nn.cross_entropy(z, y), nn.cross_entropy(factor * z, y)
    share = nn.accuracy(z.argmax(axis=1), y)
    assert share == nn.accuracy((factor * z).argmax(axis=1), y)
    assert after > before
    return Choice(
        f"On validation images a network is right in {share:.0%} of the cases, before and after "
        f"ten "
        f"more epochs. Its validation loss has gone from {number(before)} to {number(after)}. What "
        "has happened?",
        Option(
            "It has become surer, of its mistakes too",
            "Accuracy only counts mistakes. The loss also sees how sure they are: minus the "
            "logarithm of a tiny probability is large.",
        ),
        (
            Option(
                "The loss must be computed wrongly",
                "They measure different things. The same answers can be given with more or less "
                "certainty.",
                "loss-and-accuracy-go-together",
            ),
            Option(
                "It makes more mistakes",
                f"Then the share that is right would have fallen. It is {share:.0%} as before.",
                "loss-counts-mistakes",
            ),
            Option(
                "It has become less sure of its answers",
                "Less sure answers would cost more where it is right, but much less where it is "
                "wrong. A steep rise comes from sure mistakes.",
                "sureness-turned",
            ),
        ),
        "loss#two-curves",
        "loss#figure-curves?labels=clean&epoch=30",
    )
