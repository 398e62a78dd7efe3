"""The check that needs no calculus: nudge a number and see how much the loss moves."""

from collections.abc import Callable

import numpy as np

from nn.arrays import Array, check_same_shape


def numerical_gradient(f: Callable[[Array], float], x: Array, h: float = 1e-5) -> Array:
    """Return the slope of f at every element of x: (f(x + h) - f(x - h)) / 2h.

    x, of any shape, is nudged in place, one element at a time, and put back; so f may ignore
    its argument and read x where it lies, inside a network. The error is of the order of h^2
    plus rounding / h: h = 1e-5 suits float64. Raises ValueError for any other dtype.
    """
    if x.dtype != np.float64:
        raise ValueError(f"numerical_gradient: x must be float64, not {x.dtype}: rounding drowns h")
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a: Array, b: Array) -> float:
    """Return |a - b| / (|a| + |b|) with | | the length of the whole array; 0 when both are 0.

    Below 1e-7 two gradients agree; above 1e-3 one of them is wrong. Raises ValueError when the
    shapes differ. Source: https://cs231n.github.io/neural-networks-3/#gradcheck
    """
    check_same_shape("relative_error", "a", a, "b", b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size > 0 else 0.0
