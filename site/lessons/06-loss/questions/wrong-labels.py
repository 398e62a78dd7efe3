import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 4, 3
CASES = [(noise, classes) for noise in (10, 20, 30, 40) for classes in (10, 5)]


@distinct
def make(rng, case):
    noise, classes = case[0] / 100, case[1]
    p = np.full(classes, noise / (classes - 1))
    p[0] = 1 - noise
    floor = float(-(p * np.log(p)).sum())
    counts = np.round(p * 100 * (classes - 1)).astype(int)
    labels = np.repeat(np.arange(classes), counts)
    assert np.isclose(nn.cross_entropy(np.tile(np.log(p), (len(labels), 1)), labels), floor)
    found = float(rng.uniform(0.01, 0.04))
    return Choice(
        f"Of the labels of {classes} classes, {noise:.0%} are wrong, at random. A network that"
        " learns only general patterns, not single images, can’t get below a mean cross-entropy of"
        f" {number(floor)} on these labels. Yours has a training loss of {number(found)}. What does"
        " that tell you?",
        Option(
            "It has learned the wrong labels by heart",
            "General patterns can’t predict which labels are wrong. The best they can do is to"
            f" give the class in the image {1 - noise:.0%} and share out the rest, and that costs"
            f" {number(floor)} on average. So yours has memorized single images. Its validation"
            " loss will show it.",
        ),
        (
            Option(
                "It has found out which labels are wrong, and ignores them",
                "If it ignored the wrong labels, each of them would cost a lot, and the training"
                f" loss couldn’t fall below {number(floor)}.",
                "wrong-labels-ignored",
            ),
            Option(
                "It’s an excellent network, because its loss is close to 0",
                "The training loss also counts the wrong labels. A loss close to 0 means that it"
                " agrees with those, too.",
                "training-loss-alone",
            ),
            Option(
                f"It needs more epochs to stay below {number(floor)}",
                "It’s already far below, and that’s the warning: the extra training went into"
                " single images.",
                "train-on",
            ),
        ),
        "loss#wrong-labels",
        "loss#figure-curves?labels=noisy&epoch=30",
    )
