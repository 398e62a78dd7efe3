"""First values for the weights: random, so that neurons differ, and of the right size.

Too small and the signal fades from layer to layer; too large and it grows without end.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import DTypeLike

from nn.arrays import Array


def he_deviation(fan_in: int) -> float:
    """Return the standard deviation of He's rule, for a ReLU layer of fan_in inputs.

    Source: He et al., 2015, https://arxiv.org/abs/1502.01852
    """
    return float(np.sqrt(2 / fan_in))


def he(fan_out: int, fan_in: int, rng: np.random.Generator, dtype: DTypeLike = np.float64) -> Array:
    """Return W (fan_out, fan_in), normal with `he_deviation(fan_in)`: for ReLU."""
    W: Array = (rng.standard_normal((fan_out, fan_in)) * he_deviation(fan_in)).astype(dtype)
    return W


def glorot(
    fan_out: int, fan_in: int, rng: np.random.Generator, dtype: DTypeLike = np.float64
) -> Array:
    """Return W (fan_out, fan_in), uniform within +-sqrt(6 / (fan_in + fan_out)): for tanh, sigmoid.

    Source: Glorot and Bengio, 2010, https://proceedings.mlr.press/v9/glorot10a.html
    """
    limit = np.sqrt(6 / (fan_in + fan_out))
    W: Array = rng.uniform(-limit, limit, (fan_out, fan_in)).astype(dtype)
    return W


def rule_for(activation: str) -> Callable[..., Array]:
    """Return the rule for the weights before an activation: `he` for "relu", else `glorot`."""
    return he if activation == "relu" else glorot
