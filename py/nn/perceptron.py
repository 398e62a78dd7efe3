"""The perceptron: one neuron that answers 0 or 1, the rule it learns by, and its line.

x (n, features), w (features,), b a number. The neuron's pre-activation is z = x w + b, its answer
is step(z), and the points with z = 0 are its boundary: with two features, a straight line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nn.arrays import Array, Labels
from nn.layers import linear


def step(z: Array) -> Array:
    """Return 1 where z >= 0, else 0, element by element. Any shape."""
    return (z >= 0).astype(z.dtype)


def neuron(x: Array, w: Array, b: float) -> Array:
    """Return the pre-activation z (n,) of one neuron for each row of x (n, features).

    w (features,). Raises ValueError when they do not fit.
    """
    return linear(x, w[None, :], np.asarray([b], w.dtype))[:, 0]


@dataclass(frozen=True)
class PerceptronStep:
    """One step of the learning rule: the example it saw, and the weights before and after."""

    epoch: int  # from 0
    row: int  # of the data
    w: Array  # before the step, (features,)
    b: float
    z: float  # of this row, with w and b
    error: int  # e = y - answer: -1, 0 or 1
    new_w: Array
    new_b: float


def perceptron_step(
    w: Array, b: float, x: Array, y: int, learning_rate: float = 1.0
) -> tuple[Array, float, int]:
    """Return the new w and b, and the error e = y - answer, after one example.

    w and x (features,), y 0 or 1. The rule is w + learning_rate e x and b + learning_rate e; a
    right answer has e = 0 and changes nothing. It is Rosenblatt's error correction, in the form
    for answers 0 and 1. Source: Rosenblatt, 1962, Principles of Neurodynamics
    """
    error = int(y - step(neuron(x[None, :], w, b))[0])
    return w + learning_rate * error * x, b + learning_rate * error, error


def perceptron_history(
    x: Array,
    y: Labels,
    learning_rate: float = 1.0,
    max_epochs: int = 100,
    w: Array | None = None,
    b: float = 0.0,
) -> list[PerceptronStep]:
    """Return every step of learning x (n, features), y (n,), row by row, epoch by epoch.

    It ends after the first epoch without a mistake, or after max_epochs. w and b are where it
    starts; w None is all zeros. Raises ValueError when there is nothing to learn from.
    """
    return list(_steps(x, y, learning_rate, max_epochs, w, b))


def _steps(
    x: Array,
    y: Labels,
    learning_rate: float,
    max_epochs: int,
    w: Array | None = None,
    b: float = 0.0,
) -> Iterator[PerceptronStep]:
    """Yield the steps of `perceptron_history`, one by one."""
    if len(x) == 0 or len(x) != len(y) or max_epochs < 1:
        raise ValueError(f"perceptron: x {x.shape}, y {y.shape} and {max_epochs} epochs don't fit")
    w = np.zeros_like(x[0]) if w is None else w
    for epoch in range(max_epochs):
        mistakes = 0
        for row, (example, label) in enumerate(zip(x, y, strict=True)):
            z = float(neuron(example[None, :], w, b)[0])
            new_w, new_b, error = perceptron_step(w, b, example, int(label), learning_rate)
            yield PerceptronStep(epoch, row, w, b, z, error, new_w, new_b)
            w, b, mistakes = new_w, new_b, mistakes + abs(error)
        if mistakes == 0:
            break


def perceptron_train(
    x: Array, y: Labels, learning_rate: float = 1.0, max_epochs: int = 100
) -> tuple[Array, float, list[int]]:
    """Return w (features,), b and the mistakes of each epoch, as `perceptron_history` goes.

    The last epoch has 0 mistakes unless max_epochs came first. It keeps no step, of which many
    images have a great many.
    """
    mistakes: list[int] = []
    for one in _steps(x, y, learning_rate, max_epochs):
        if one.row == 0:
            mistakes.append(0)
        mistakes[-1] += abs(one.error)
        w, b = one.new_w, one.new_b
    return w, b, mistakes


def perceptron_cycle(steps: list[PerceptronStep]) -> tuple[int, int] | None:
    """Return the first two places in steps with the same w, b and row, or None.

    From such a second place on, everything that happened since the first happens again.
    """
    seen: dict[tuple[float, ...], int] = {}
    for place, one in enumerate(steps):
        state = (one.row, one.b, *one.w.tolist())
        if state in seen:
            return seen[state], place
        seen[state] = place
    return None


def perceptron_bound(x: Array, y: Labels, w: Array, b: float) -> float:
    """Return how many mistakes at most the rule makes on x, y from w = 0 and b = 0: (R / g)^2.

    w, b: any neuron that answers every row correctly, with no z = 0. R is the length of the longest
    row and g the least distance from its boundary, both with the bias as the weight of one more
    feature that is always 1. Raises ValueError when some row gets a wrong answer.
    Source: Novikoff, 1962, On convergence proofs on perceptrons
    """
    margins = np.where(y == 1, 1, -1) * neuron(x, w, b)
    if not (margins > 0).all():
        raise ValueError("perceptron_bound: this neuron does not separate the data")
    radius = float((x**2).sum(axis=1).max()) + 1
    return radius * float(w @ w + b**2) / float(margins.min()) ** 2


def boundary_bias(w: Array, point: Array) -> float:
    """Return the bias whose boundary passes through `point`, given w; both (features,)."""
    return -float(w @ point)


def boundary_distance(x: Array, w: Array, b: float) -> Array:
    """Return how far each row of x lies from the boundary, (n,): z / |w|, below 0 where z is.

    w (features,) is not all zeros, or the distance is nan or infinite.
    """
    distance: Array = neuron(x, w, b) / np.sqrt(w @ w)
    return distance


def boundary_nearest(x: Array, w: Array, b: float) -> Array:
    """Return the point of the boundary nearest to each row of x, shaped like x (n, features).

    The way there is along w, which is at right angles to the boundary; w is not all zeros.
    """
    nearest: Array = x - (neuron(x, w, b) / (w @ w))[:, None] * w
    return nearest
