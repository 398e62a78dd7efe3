"""Stands for the learner's own program, which takes this file's place in what they take home."""

from typing import Any

from nn.arrays import Array


def backward(x: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Any:
    """Return dW1, db1, dW2, db2; y is one-hot."""
    raise NotImplementedError
