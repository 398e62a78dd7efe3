import numpy as np

import nn
from course.quiz.fresh import distinct, point, shares
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
        f"Softmax gives the classes 0, 1, and 2 the probabilities {shares(p)}. The true class is"
        f" {t}. What are the slopes of the cross-entropy at the three logits?",
        Option(
            point(right, 2),
            "They’re the probabilities minus the one-hot label, $p - Y$. They add up to 0.",
        ),
        (
            Option(
                point(-right, 2),
                "You computed $Y - p$. That points downhill, but the gradient points uphill.",
                "sign",
            ),
            Option(
                point(p, 2),
                "You left out the label: subtract 1 at the true class.",
                "one-hot-missing",
            ),
            Option(
                point(right * y, 2),
                "You left out the wrong classes. They have slopes as well, because their logits"
                " should go down.",
                "others-left-out",
            ),
            Option(
                point(p - 1, 2),
                "You subtracted 1 from every class. The label is 1 only at the true class.",
                "label-not-one-hot",
            ),
        ),
        "loss#the-gradient-is-p-minus-y",
        "loss#figure-logits",
    )
