"""Puts values into words, and what sets a wrong one apart from the right one."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from course.exercises.values import Numbers, as_numbers, close, same


def shown(value: Any, precision: int = 4) -> str:
    """Return a value briefly, for a message."""
    if isinstance(value, tuple):
        return f"({', '.join(shown(v, precision) for v in value)})"
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return f"{value:.{precision + 2}g}"
    with np.printoptions(precision=precision, suppress=True, threshold=40):
        text = repr(value)
    return text if len(text) <= 400 else f"{text[:400]} …"


def shown_pair(actual: Any, expected: Any) -> tuple[str, str]:
    """Return both values with as many digits as it takes to see that they differ."""
    for precision in (4, 8):
        pair = shown(actual, precision), shown(expected, precision)
        if pair[0] != pair[1]:
            break
    return pair


def difference(pairs: Sequence[tuple[Any, Any]]) -> str:
    """Say what sets the actual values apart from the expected ones, as (actual, expected) pairs.

    The pairs are all that failed, the smallest first. A kind of difference is named only if it
    holds for each of them.
    """
    actual, expected = pairs[0]
    if actual is None:
        return "It returns nothing (None): a function gives its result with `return`."
    if actual is ...:
        return "It is still `...`: put your own value there."
    if isinstance(expected, tuple):
        return parts_difference(pairs)
    arrays = [(as_numbers(a), as_numbers(e)) for a, e in pairs]
    numbers = [(a, e) for a, e in arrays if a is not None and e is not None]
    if len(numbers) < len(pairs):
        return f"It gives {type(actual).__name__}, where numbers are expected."
    for describe in (shape_difference, not_finite, sign_or_scale, offset, rows):
        sentence = describe(numbers)
        if sentence:
            return sentence
    return "The shape is right, the numbers are not."


def parts_difference(pairs: Sequence[tuple[Any, tuple[Any, ...]]]) -> str:
    """Say which part of a tuple differs first, and how."""
    actual, expected = pairs[0]
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        count = len(actual) if isinstance(actual, tuple | list) else 1
        return f"It returns {count} value(s), where {len(expected)} are expected."
    for i in range(len(expected)):
        wrong = [
            (a[i], e[i])
            for a, e in pairs
            if isinstance(a, tuple | list) and len(a) == len(e) and not same(a[i], e[i])
        ]
        if wrong:
            return f"Returned value {i + 1} of {len(expected)}: {difference(wrong)}"
    return "The returned values differ."


def shape_difference(pairs: Sequence[tuple[Numbers, Numbers]]) -> str | None:
    """Say how the shapes differ: transposed, one row only, an axis too many or too few."""
    if all(a.ndim == 2 and a.shape == e.T.shape and close(a.T, e) for a, e in pairs):
        return "It is transposed: rows and columns have changed places."
    unlike = [(a, e) for a, e in pairs if a.shape != e.shape]
    if not unlike:
        return None
    both = f"Its shape is {unlike[0][0].shape}, where {unlike[0][1].shape} is expected"
    if all(reshaped(a, e) for a, e in unlike):
        return f"{both}; the numbers themselves are right."
    if all(e.ndim > 0 and len(e) > 0 and reshaped(a, e[0]) for a, e in unlike):
        return f"{both}: it holds the result of the first row only."
    return f"{both}."


def reshaped(a: Numbers, e: Numbers) -> bool:
    """Return whether a holds the numbers of e, in order, whatever its shape."""
    return a.size == e.size and close(a.reshape(e.shape), e)


def not_finite(pairs: Sequence[tuple[Numbers, Numbers]]) -> str | None:
    """Say that there is nan or inf where a number is expected."""
    for a, e in pairs:
        bad = ~np.isfinite(a) & np.isfinite(e)
        if bad.any():
            what = "nan" if np.isnan(a[bad]).any() else "inf"
            return f"It has {what} where a number is expected: something overflows or divides by 0."
    return None


def sign_or_scale(pairs: Sequence[tuple[Numbers, Numbers]]) -> str | None:
    """Say that every value is a multiple of the right one."""
    factors = []
    for a, e in pairs:
        peak = np.argmax(np.abs(e)) if e.size else 0
        if not e.size or e.flat[peak] == 0:
            return None
        factor = a.flat[peak] / e.flat[peak]
        if factor == 0 or not close(a, factor * e):
            return None
        factors.append((factor, e.size))
    first = factors[0][0]
    if np.allclose([factor for factor, _ in factors], first, rtol=1e-3):
        if len(factors) == 1 and factors[0][1] == 1:
            return "The sign is wrong." if np.isclose(first, -1) else None
        if np.isclose(first, -1):
            return "The sign is wrong: every value is the negative of the right one."
        return f"Every value is {first:.4g} times the right one."
    if all(n > 1 for _, n in factors):
        return f"Here every value is {first:.4g} times the right one; on other inputs it varies."
    return None


def offset(pairs: Sequence[tuple[Numbers, Numbers]]) -> str | None:
    """Say that every value is off by the same amount."""
    gaps = np.concatenate([(a - e).ravel() for a, e in pairs])
    if len(gaps) > 1 and np.allclose(gaps, gaps[0], rtol=1e-3, atol=1e-9):
        return f"Every value is off by the same amount, {gaps[0]:+.4g}."
    return None


def rows(pairs: Sequence[tuple[Numbers, Numbers]]) -> str | None:
    """Say that the first row is right and others are not."""
    longer = [(a, e) for a, e in pairs if e.ndim > 0 and len(e) > 1]
    if longer and all(close(a[:1], e[:1]) for a, e in longer):
        return "The first row is right, later ones are not: does it treat every row?"
    return None
