import numpy as np

import nn
from course.quiz.items import Option, Several

LESSON, GOAL, LEVEL = "backprop", 3, 3


def make(rng):
    inputs, hidden, classes = (int(one) for one in rng.choice(range(2, 12), 3, replace=False))
    network = nn.MLP.random([inputs, hidden, classes], rng)
    for parameter in network.parameters:
        parameter[:] = 0
    x = rng.normal(size=(8, inputs)) + 1
    trace = network.forward(x)
    y = np.zeros(8, int)
    found = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    assert [bool(one.any()) for one in (*found.weights, *found.biases)] == [False] * 3 + [True]
    return Several(
        f"In a ReLU network {inputs} → {hidden} → {classes}, all weights and biases start at 0."
        " Which of them can change in the first training step?",
        (
            Option(
                "The output biases `b2`",
                "Their gradient is the mean of $p - Y$ over the batch. No weight and no activation"
                " is a factor in it, so it needn’t be 0.",
            ),
        ),
        (
            Option(
                "The hidden weights `W1`",
                "Their gradient comes back through `W2`, and that’s all zeros. So nothing gets back"
                " to them.",
                "gradient-through-zero-weights",
            ),
            Option(
                "The hidden biases `b1`",
                "The gradient comes back through `W2`, and that’s all zeros. So the hidden biases"
                " stay where they are.",
                "gradient-through-zero-weights",
            ),
            Option(
                "The output weights `W2`",
                "Their gradient contains the hidden activations as factors, and those are all 0. So"
                " `W2` stays at 0.",
                "activation-forgotten",
            ),
        ),
        "backprop#the-update",
    )
