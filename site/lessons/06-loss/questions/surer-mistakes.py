import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 4, 2
RECAP = "The validation loss rises"


@distinct
def make(rng):
    z, y = rng.normal(size=(200, 10)), rng.integers(10, size=200)
    right = rng.random(200) < 0.9
    z[np.arange(200), np.where(right, y, (y + 1) % 10)] += 6
    factor = float(rng.choice([2.0, 2.5, 3.0]))
    before, after = nn.cross_entropy(z, y), nn.cross_entropy(factor * z, y)
    good = z.argmax(axis=1) == y
    assert after > before
    assert nn.cross_entropy(factor * z[good], y[good]) < nn.cross_entropy(z[good], y[good])
    sure = [nn.softmax(one).max(axis=1).mean() for one in (z, factor * z)]
    if sure[1] > 0.9994:
        raise ValueError("would be shown as 100.0%")
    return Choice(
        f"On 200 validation images, a network has the same {good.sum()} answers right before and"
        f" after ten more epochs. Its average confidence has gone from {sure[0]:.1%} to"
        f" {sure[1]:.1%}, and its mean cross-entropy from {number(before)} to {number(after)}."
        " Which answers made the loss rise?",
        Option(
            f"The {200 - good.sum()} wrong ones, of which it’s more confident now",
            "The confidence of a wrong answer leaves less probability for the true class, and so"
            " minus its logarithm grows. Accuracy doesn’t see that, but the loss does.",
        ),
        (
            Option(
                f"The {good.sum()} right ones, because it’s more confident",
                "A right answer costs *less* if it’s more confident, because the true class’s"
                " probability is closer to 1.",
                "confidence-always-costs",
            ),
            Option(
                "Those that were right before and are wrong now",
                "There are no such answers: the right ones are the same as ten epochs ago. It’s"
                " the others that cost more now.",
                "loss-counts-mistakes",
            ),
            Option(
                "None: if the accuracy stays the same, the loss can’t rise",
                "Accuracy only counts the right answers. The loss also depends on how confident"
                " each answer is.",
                "loss-and-accuracy-go-together",
            ),
        ),
        "loss#two-curves",
        "loss#figure-curves?labels=clean&epoch=30",
    )
