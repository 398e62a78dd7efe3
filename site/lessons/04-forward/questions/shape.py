import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 4, 1


def code(*shape):
    return f"`{tuple(int(one) for one in shape)}`"


@distinct
def make(rng):
    n, inputs, hidden, classes = (int(v) for v in rng.choice(np.arange(3, 40), 4, replace=False))
    network = nn.MLP.random([inputs, hidden, classes], rng)
    trace = network.forward(np.ones((n, inputs)))
    about = f"A batch of {n} examples goes through a network {inputs} → {hidden} → {classes}. "
    if rng.integers(2):
        stem, right = "Which shape has `W1`?", network.weights[0].shape
        why = "A row for each hidden neuron, a column for each input. The batch does not show."
        wrong = (
            (
                (inputs, hidden),
                "Turned over: a neuron's weights are a row, (out, in).",
                "weights-transposed",
            ),
            (
                (n, hidden),
                "That is the shape of `z1`. The weights do not depend on the batch.",
                "batch-in-weights",
            ),
            ((classes, hidden), "That is `W2`.", "other-layer"),
        )
    else:
        stem, right = "Which shape has `z1`?", trace.pre_activations[0].shape
        why = "A row for each example, a column for each hidden neuron."
        wrong = (
            ((hidden, n), "Turned over: an example is a row.", "batch-in-columns"),
            ((hidden,), "That would be one example. The batch is missing.", "batch-forgotten"),
            ((hidden, inputs), "That is the shape of the weights `W1`.", "weights-for-z"),
        )
    return Choice(
        about + stem,
        Option(code(*right), why),
        tuple(Option(code(*shape), reason, slug) for shape, reason, slug in wrong),
        "forward#the-batch",
        "forward#figure-network?example=both&step=1&matrices=true",
    )
