import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, shares, tenths
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 2, 3
RECAP = "Why does the output layer"


@distinct
def make(rng):
    z = rng.permutation(
        np.array([-tenths(rng, 0.3, 1), -tenths(rng, 1.5, 4), -tenths(rng, 0.3, 4)])
    )
    p, bent = nn.softmax(z), nn.softmax(nn.relu(z))
    return Choice(
        f"A network’s logits for one example are {point(z)}. Its author puts a ReLU on them, before"
        " softmax. What are the probabilities then?",
        Option(
            shares(bent),
            "ReLU turns all three negative logits into 0, so all classes get the same probability,"
            " however far apart their logits were. That’s why the output layer has no ReLU.",
        ),
        (
            Option(
                shares(p),
                "Those are the probabilities without the ReLU. With it, all three logits become 0.",
                "relu-changes-nothing",
            ),
            Option(
                point(nn.relu(z), 2),
                "You stopped after ReLU. Softmax turns three zeros into three equal shares, because"
                f" $e^0$ is {number(1, 0)}.",
                "softmax-forgotten",
            ),
            Option(
                shares(nn.softmax(np.abs(z))),
                "You took the absolute values: you dropped the minus signs. ReLU turns negative"
                " numbers into 0.",
                "absolute-value",
            ),
        ),
        "forward#from-logits-to-a-prediction",
        "forward#figure-network?step=7",
    )
