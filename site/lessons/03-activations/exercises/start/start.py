import numpy as np


def he(fan_out, fan_in, rng):
    """Return initial weights for fan_out ReLU neurons with fan_in inputs.

    Draw them from rng, with a mean of 0 and a standard deviation of
    sqrt(2 / fan_in).
    fan_out and fan_in: whole numbers, rng: a NumPy generator
    returns (fan_out, fan_in)
    """
    return np.zeros((fan_out, fan_in))
