"""Says whether two values, or what two calls did, are the same."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.cells.program import Outcome

Numbers: TypeAlias = NDArray[Any]

RELATIVE = 1e-4  # float32 passes, a wrong formula does not


def as_numbers(value: Any) -> Numbers | None:
    """Return a number, array or nested list as a float64 array; None if it is none of these."""
    try:
        numbers = np.asarray(value)
        return numbers.astype(np.float64) if numbers.dtype.kind in "biuf" else None
    except Exception:
        return None


def close(a: Numbers, b: Numbers, relative: float = RELATIVE) -> bool:
    """Return whether two arrays of one shape agree, NaN with NaN, inf with inf."""
    return bool((a == b).all() or agreeing(a, b, relative).all())  # the first is much faster


def agreeing(a: Numbers, b: Numbers, relative: float = RELATIVE) -> NDArray[np.bool_]:
    """Return in which entries two arrays of one shape agree, in that shape."""
    finite = np.abs(b[np.isfinite(b)])
    absolute = relative * 1e-2 * max(1.0, finite.max(initial=0.0))
    return np.isclose(a, b, rtol=relative, atol=absolute, equal_nan=True)


def same(actual: Any, expected: Any, relative: float = RELATIVE) -> bool:
    """Return whether actual is as good as expected: same numbers and shape, in any form.

    Lists pass for arrays, float32 and bool for float64, one element for a single number.
    Objects are compared by their attributes, functions not at all.
    """
    if isinstance(expected, tuple):
        is_sequence = isinstance(actual, tuple | list) or np.ndim(actual) > 0
        return is_sequence and same_parts(actual, expected, relative)
    a, e = as_numbers(actual), as_numbers(expected)
    if a is not None and e is not None:
        if e.ndim == 0 and a.size == 1:
            a = a.reshape(())
        return a.shape == e.shape and close(a, e, relative)
    if type(actual) is not type(expected):
        return False
    if isinstance(expected, list):
        return same_parts(actual, expected, relative)
    if isinstance(expected, dict):
        return actual.keys() == expected.keys() and all(
            same(actual[k], expected[k], relative) for k in actual
        )
    if isinstance(expected, np.ndarray):  # of strings or objects
        return bool(np.array_equal(actual, expected))
    if getattr(type(expected), "__eq__", None) is object.__eq__:  # copies would never be equal
        one, other = (getattr(value, "__dict__", {}) for value in (actual, expected))
        return same(one, other, relative)
    return bool(actual == expected)


def same_parts(actual: Any, expected: Sequence[Any], relative: float) -> bool:
    """Return whether two sequences are the same, part by part."""
    return len(actual) == len(expected) and all(
        same(a, e, relative) for a, e in zip(actual, expected, strict=True)
    )


def is_complete(value: Any, count: int) -> bool:
    """Return whether a result has as many parts as it should have."""
    return isinstance(value, tuple | list) and len(value) == count


def is_number(value: Any) -> bool:
    """Return whether a value is one number, not in any array."""
    numbers = as_numbers(value)
    return numbers is not None and numbers.ndim == 0


def wrong_together(one: Any, other: Any, right: Any) -> bool:
    """Return whether two values are wrong in the same entry; a wrong shape is wrong everywhere."""
    if isinstance(right, tuple):
        complete = is_complete(one, len(right)) and is_complete(other, len(right))
        triples = zip(one, other, right, strict=True) if complete else ()
        return not complete or any(wrong_together(*values) for values in triples)
    if same(one, right) or same(other, right):
        return False
    a, b, e = (as_numbers(value) for value in (one, other, right))
    if a is None or b is None or e is None or not a.shape == b.shape == e.shape:
        return True
    return not (agreeing(a, e) | agreeing(b, e)).all()


def alike(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes are the same: value and arguments, or kind of error."""
    if a.raised is not None or b.raised is not None:
        return type(a.raised) is type(b.raised)
    return (same(a.value, b.value) or same(b.value, a.value)) and same(a.arguments, b.arguments)
