import numpy as np

import nn
from course.exercises.exercise import Function

traced = nn.traced_network()


def forward(x, layers):
    weights, biases = zip(*layers, strict=True)
    return nn.MLP(weights, biases).forward(x).logits


def random(rng):
    sizes = rng.integers(2, 4, rng.integers(3, 6))
    pairs = zip(sizes[1:], sizes[:-1], strict=True)
    layers = [(nn.he(fan_out, fan_in, rng), rng.normal(size=fan_out)) for fan_out, fan_in in pairs]
    return rng.normal(size=(rng.integers(1, 4), sizes[0])) * 2, layers


LAYERS = list(zip(traced.weights, traced.biases, strict=True))
CHECKS = [
    Function(
        "forward",
        expected=forward,
        fixed=[
            (np.array([[-3.0]]), [(np.array([[1.0]]), np.array([1.0]))]),
            (nn.traced_example()[0], LAYERS),
            (nn.traced_example_off()[0], LAYERS),
        ],
        random=random,
    )
]
