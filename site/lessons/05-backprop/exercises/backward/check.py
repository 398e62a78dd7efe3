import numpy as np

import nn
from course.exercises.gradients import Gradients, Group

traced = nn.traced_network()
PARAMETERS = tuple(traced.parameters)
(one, label), (off, other) = nn.traced_example(), nn.traced_example_off()
BOTH, LABELS = np.concatenate([one, off]), nn.one_hot(np.concatenate([label, other]), 2)

# Logits far apart: a softmax that adds the row's maximum, or takes off its minimum or the maximum
# of all rows, overflows or divides 0 by 0. z1 is never 0, where two conventions differ.
X = np.array([[1.0, 0.01], [0.01, 1.0]])
STEEP = np.array([[360.0, -400.0], [-360.0, -401.0]])
LARGE = np.eye(2), np.zeros(2), STEEP, np.zeros(2)


def loss(x, y, W1, b1, W2, b2):
    return nn.cross_entropy(nn.MLP([W1, W2], [b1, b2]).forward(x).logits, y.argmax(axis=1))


def backward(x, y, W1, b1, W2, b2):
    network = nn.MLP([W1, W2], [b1, b2])
    trace = network.forward(x)
    start = nn.cross_entropy_gradient(trace.logits, y.argmax(axis=1))
    return tuple(network.backward(trace, start).parameters)


def random(rng):
    # Now and then all sizes are the same: then no error gives a wrong order away.
    sizes = [2 + int(rng.integers(2))] * 3 if rng.random() < 0.5 else rng.integers(2, 5, 3)
    network = nn.MLP.random(sizes, rng)
    biases = [rng.normal(size=b.shape) for b in network.biases]
    n = int(rng.integers(1, 5))
    y = nn.one_hot(rng.integers(0, sizes[2], n), sizes[2])
    (W1, W2), (b1, b2) = network.weights, biases
    return rng.normal(size=(n, sizes[0])), y, W1, b1, W2, b2


CHECKS = [
    Gradients(
        "backward",
        expected=backward,
        fixed=[
            (one, nn.one_hot(label, 2), *PARAMETERS),
            (off, nn.one_hot(other, 2), *PARAMETERS),
            (BOTH, LABELS, *PARAMETERS),
            (X, np.eye(2), *LARGE),
        ],
        random=random,
        loss=loss,
        returned=("W1", "b1", "W2", "b2"),
        groups=(
            Group("dz2", "how you get dz2 from p, y, and the number of rows", ("W2", "b2")),
            Group("dz1", "the way from dz2 through W2 and the ReLU to dz1", ("W1", "b1")),
        ),
    )
]
