import numpy as np

import nn
from course.exercises.exercise import Function


class array(np.ndarray):  # noqa: N801 - it is shown as `array([...])`
    """An array that raises where a finite number becomes inf.

    NumPy only warns there, and in the browser it does not even warn.
    """

    def __array_ufunc__(self, ufunc, method, *inputs, out=(), **options):
        plain = [np.asarray(x) if isinstance(x, np.ndarray) else x for x in inputs]
        if out:
            options["out"] = tuple(np.asarray(x) for x in out)
        result = getattr(ufunc, method)(*plain, **options)
        if not isinstance(result, np.ndarray) or result.dtype.kind != "f":
            return out[0] if out else result
        if np.isinf(result).any() and all(np.isfinite(x).all() for x in plain):
            raise OverflowError(
                f"the result of {ufunc.__name__} is too large for a float (NumPy would go on with "
                "inf, in a browser even without a warning, but this check stops there)"
            )
        return out[0] if out else result.view(array)


def given(*numbers):
    return (np.array(numbers, dtype=float).view(array),)


def random(rng):
    z = rng.normal(size=rng.integers(1, 4, rng.integers(1, 4))) * 4
    z[rng.random(z.shape) < 0.2] *= 300
    return given(*z)


CHECKS = [
    Function(
        "sigmoid",
        expected=nn.sigmoid,
        fixed=[
            given(0.0),
            given(2.0),
            given(-1.5),
            given(-1000.0),
            given(1000.0),
            given(-1000.0, 0.5, 1000.0),
            given([1.0, -2.0, 3.0], [0.0, 0.5, -0.5]),
        ],
        random=random,
    )
]
