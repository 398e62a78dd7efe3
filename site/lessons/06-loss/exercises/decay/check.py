from itertools import pairwise

import numpy as np

import nn
from course.exercises.exercise import Function


def update(parameters, gradients, learning_rate, weight_decay):
    moved = [np.array(p, dtype=float) for p in parameters]
    nn.SGD(moved, learning_rate, weight_decay=weight_decay).step(gradients)
    return tuple(moved)


def arrays(rng, sizes):
    return [
        np.round(one, 2)
        for fan_in, fan_out in pairwise(sizes)
        for one in (rng.normal(size=(fan_out, fan_in)), rng.normal(size=fan_out))
    ]


def random(rng):
    sizes = [int(size) for size in rng.integers(2, 5, 3)]
    rate, decay = float(rng.uniform(0.1, 0.5)), float(rng.uniform(0.1, 0.6))
    return arrays(rng, sizes), arrays(rng, sizes), round(rate, 2), round(decay, 2)


def traced():
    network = nn.traced_network()
    x, y = nn.traced_example()
    trace = network.forward(x)
    back = network.backward(trace, nn.cross_entropy_gradient(trace.logits, y))
    return network.parameters, back.parameters, 0.1, 0.5


ONE = [np.array([[2.0, -1.0]]), np.array([4.0]), np.array([[-1.0], [3.0]]), np.array([3.0, 1.0])]
FLAT = [np.zeros_like(p) for p in ONE]
SLOPES = [
    np.array([[3.0, 1.0]]),
    np.array([1.0]),
    np.array([[0.5], [2.0]]),
    np.array([-2.0, 1.0]),
]

CHECKS = [
    Function(
        "update",
        expected=update,
        fixed=[
            (ONE, FLAT, 0.1, 0.5),
            (ONE, SLOPES, 0.1, 0.5),
            (ONE, SLOPES, 0.1, 0.0),
            traced(),
        ],
        random=random,
    )
]
