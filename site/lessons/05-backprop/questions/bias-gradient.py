import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct, point, tenths
from course.quiz.items import Numeric, Slip

LESSON, GOAL, LEVEL = "backprop", 1, 2


@distinct
def make(rng):
    n = int(rng.integers(3, 5))
    dz = tenths(rng, -0.9, 0.9, (n, 1))
    _, db = nn.linear_backward_parameters(dz, np.ones((n, 1)))
    right = float(db[0])
    return Numeric(
        f"A batch has {n} examples, and $dZ = (P - Y)/n$ is computed. For one output neuron it "
        f"holds {point(dz[:, 0])}. What is the gradient of this neuron's bias?",
        right,
        2,
        f"The whole batch shares the bias, so its gradient is the sum over the batch: "
        f"{number(right)}. The division by {n} is done already.",
        (
            Slip(
                right / n,
                f"You took the mean. $dZ$ is divided by {n} already, so this divides twice.",
                "divided-twice",
            ),
            Slip(
                float(dz[0, 0]),
                "That is the first example alone. All of them share this bias.",
                "bias-of-the-first-row",
            ),
            Slip(
                float(np.abs(dz).sum()),
                "You added up the sizes. The signs count: examples may pull against each other.",
                "signs-lost",
            ),
        ),
        "backprop#the-batch",
        "backprop#figure-learning?data=xor",
    )
