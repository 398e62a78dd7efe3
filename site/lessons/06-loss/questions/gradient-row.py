import numpy as np

import nn
from course.quiz.fresh import distinct, point
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "loss", 1, 1


@distinct
def make(rng):
    parts = rng.permutation([*rng.choice(np.arange(1, 9), 2, replace=False), 0]) * 5.0
    parts[parts == 0] = 100 - parts.sum()
    p, t = parts / 100, int(rng.integers(3))
    right = nn.cross_entropy_gradient(np.log(p)[None], np.array([t]))[0]
    y = nn.one_hot(np.array([t]), 3)[0]
    return Choice(
        f"Softmax gives the probabilities {point(p, 2)}, the true class is {t}, counted from 0. "
        "What are the slopes of the cross-entropy at the three logits?",
        Option(
            point(right, 2),
            "What the network says minus what is true: $p - y$. They add up to 0.",
        ),
        (
            Option(
                point(-right, 2),
                "That is $y - p$. These point downhill; the gradient points uphill.",
                "sign",
            ),
            Option(
                point(p, 2),
                "The truth is missing: 1 has to be taken off at the true class.",
                "one-hot-missing",
            ),
            Option(
                point(right * y, 2),
                "The wrong classes have slopes too: their logits should go down.",
                "others-left-out",
            ),
            Option(
                point(p - 1, 2),
                "You took 1 off everywhere. The truth is 1 at the true class only.",
                "label-not-one-hot",
            ),
        ),
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits?true=2",
    )
