import numpy as np

from course.figures.plane import Plane
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered
from course.quiz.items import Option, Place
from course.quiz.places import axes, curve, target, words

LESSON, GOAL, LEVEL = "loss", 4, 1
EPOCHS = np.arange(0, 31)
PLANE = Plane((0, 30), (0, 2.5), left=44, top=24, width=296, height=210)


@distinct
def make(rng):
    best = int(rng.integers(11, 19))
    train = 2.3 * np.exp(-EPOCHS / rng.uniform(5, 7))
    valid = 0.7 + 1.6 * (1 - EPOCHS / best) ** 2 * np.where(best > EPOCHS, 1, 0.5)
    bump = int(rng.integers(4, 7))
    valid[bump] -= 0.1
    valid[bump + 1] += 0.3  # a bumpy place: the curve rises here, and falls again
    valid = np.minimum(valid, 2.4)
    assert valid.argmin() == best
    assert valid[bump + 1] > valid[bump]
    letters = lettered(rng, 4)
    at = [(best, valid), (30, train), (bump, valid), (30, valid)]
    says = [
        f"{which} loss, epoch {epoch}"
        for (epoch, _), which in zip(
            at, ("Validation", "Training", "Validation", "Validation"), strict=True
        )
    ]
    svg = Svg(
        360,
        286,
        "A training and a validation curve",
        "The training loss falls to the end. The validation loss falls, with a bump, and then"
        " rises. "
        + "; ".join(
            f"{letter}: {said}, {number(values[epoch])}"
            for letter, said, (epoch, values) in sorted(zip(letters, says, at, strict=True))
        ),
        interactive=True,
    )
    axes(svg, PLANE, (0, 10, 20, 30), (0, 1, 2), "epoch", "loss")
    curve(svg, PLANE, list(zip(EPOCHS.tolist(), train.tolist(), strict=True)))
    curve(svg, PLANE, list(zip(EPOCHS.tolist(), valid.tolist(), strict=True)), dashed=True)
    words(svg, "solid: training, dashed: validation", 192, 40)
    for letter, (epoch, values) in zip(letters, at, strict=True):
        x, y = PLANE.at((epoch, float(values[epoch])))
        svg.add("circle", cx=x, cy=y, r=4, fill="var(--ink)")
        target(svg, letter, x, y + (24 if epoch == bump else -24))  # so that the bump is seen
    reasons = (
        ("Here the validation loss is lowest, so these are the weights to keep.", ""),
        (
            "That’s the lowest *training* loss. It keeps falling even while the network overfits.",
            "last-epoch",
        ),
        (
            "After this the curve rises for the first time, but that’s only a bump. With some"
            " patience, you wait and see it fall again.",
            "first-rise",
        ),
        ("By now, the validation loss has been rising for many epochs.", "last-epoch"),
    )
    told = {
        letter: Option(said, *reason)
        for letter, said, reason in zip(letters, says, reasons, strict=True)
    }
    return Place(
        "Early stopping, with some patience, keeps the weights of one epoch. Which point is it?",
        svg,
        letters[0],
        dict(sorted(told.items())),
        "loss#two-curves",
        "loss#figure-curves?labels=clean&epoch=30",
    )
