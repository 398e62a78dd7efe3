import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()
PARAMETERS = tuple(traced.parameters)
BOTH = np.concatenate([nn.traced_example()[0], nn.traced_example_off()[0]])

# Logits far apart: a softmax that adds the row's maximum, or takes off its minimum or the maximum
# of all rows, overflows or divides 0 by 0. z1 is never 0, where two conventions differ.
X = np.array([[1.0, 0.01], [0.01, 1.0]])
STEEP = np.array([[360.0, -400.0], [-360.0, -401.0]])
LARGE = np.eye(2), np.zeros(2), STEEP, np.zeros(2)


def forward(x, W1, b1, W2, b2):
    trace = nn.MLP([W1, W2], [b1, b2]).forward(x)
    z1, z2 = trace.pre_activations
    return z1, trace.activations[1], z2, nn.softmax(z2)


def random(rng):
    # Now and then all sizes are the same: then no error gives a wrong order away.
    same = rng.random() < 0.4
    sizes = [int(rng.integers(2, 4))] * 3 if same else rng.integers(1, 5, 3)
    network = nn.MLP.random(sizes, rng)
    biases = [rng.normal(size=b.shape) for b in network.biases]
    (W1, W2), (b1, b2) = network.weights, biases
    return rng.normal(size=(rng.integers(1, 5), sizes[0])), W1, b1, W2, b2


CHECKS = [
    Function(
        "forward",
        expected=forward,
        fixed=[(nn.traced_example()[0], *PARAMETERS), (BOTH, *PARAMETERS), (X, *LARGE)],
        random=random,
    )
]
