import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()
(one, label), (off, other) = nn.traced_example(), nn.traced_example_off()
BOTH, LABELS = np.concatenate([one, off]), nn.one_hot(np.concatenate([label, other]), 2)

# Logits far apart: a softmax that adds the row's maximum, or takes off its minimum or the maximum
# of all rows, overflows or divides 0 by 0. z1 is never 0, where two conventions differ.
X = np.array([[1.0, 0.01], [0.01, 1.0]])
STEEP = np.array([[360.0, -400.0], [-360.0, -401.0]])
LARGE = np.eye(2), np.zeros(2), STEEP, np.zeros(2)


def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    network, labels, losses = nn.MLP([W1, W2], [b1, b2]), y.argmax(axis=1), []
    optimiser = nn.SGD(network.parameters, learning_rate)
    for _ in range(epochs):
        for start in range(0, len(x), size):
            trace = network.forward(x[start : start + size])
            slope = nn.cross_entropy_gradient(trace.logits, labels[start : start + size])
            optimiser.step(network.backward(trace, slope).parameters)
        losses.append(nn.cross_entropy(network.forward(x).logits, labels))
    return tuple(network.parameters), losses


def random(rng):
    sizes = rng.integers(2, 4, 3)
    n = int(rng.integers(3, 8))
    y = nn.one_hot(rng.integers(0, sizes[2], n), sizes[2])
    network = nn.MLP.random(sizes, rng)
    rate = float(rng.choice([0.05, 0.1, 0.2]))
    epochs, size = int(rng.integers(1, 5)), int(rng.integers(1, 4))
    return rng.normal(size=(n, sizes[0])), y, network.parameters, rate, epochs, size


CHECKS = [
    Function(
        "train",
        expected=train,
        fixed=[
            (one, nn.one_hot(label, 2), traced.parameters, 0.1, 1, 1),
            (BOTH, LABELS, traced.parameters, 0.1, 2, 1),
            (BOTH, LABELS, traced.parameters, 0.1, 2, 2),
            (X, np.eye(2), list(LARGE), 0.1, 2, 2),
        ],
        random=random,
    )
]
