import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()
(one, label), (off, other) = nn.traced_example(), nn.traced_example_off()
BOTH, LABELS = np.concatenate([one, off]), nn.one_hot(np.concatenate([label, other]), 2)

# Logits far apart: a softmax that adds the row's maximum, or takes off its minimum or the maximum
# of all rows, overflows or divides 0 by 0. z1 is never 0, where two conventions differ.
X, STEEP = 2 * np.eye(2) - 1, np.array([[360.0, -400.0], [-360.0, -401.0]])
LARGE = 30 * np.eye(2), np.zeros(2), STEEP, np.zeros(2)


def step(x, y, W1, b1, W2, b2, learning_rate):
    network = nn.MLP([W1.copy(), W2.copy()], [b1.copy(), b2.copy()], "sigmoid")
    trace = network.forward(x)
    slope = nn.cross_entropy_gradient(trace.logits, y.argmax(axis=1))
    nn.SGD(network.parameters, learning_rate).step(network.backward(trace, slope).parameters)
    return tuple(network.parameters)


def random(rng):
    sizes = rng.integers(2, 5, 3)
    n = int(rng.integers(1, 6))
    y = nn.one_hot(rng.integers(0, sizes[2], n), sizes[2])
    network = nn.MLP.random(sizes, rng, "sigmoid")
    rate = float(rng.choice([0.5, 1.0, 2.0]))
    return rng.normal(size=(n, sizes[0])), y, *network.parameters, rate


CHECKS = [
    Function(
        "step",
        expected=step,
        fixed=[
            (one, nn.one_hot(label, 2), *traced.parameters, 1.0),
            (BOTH, LABELS, *traced.parameters, 1.0),
            (X, np.eye(2), *LARGE, 1.0),
        ],
        random=random,
    )
]
