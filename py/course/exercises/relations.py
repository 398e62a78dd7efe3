"""Simple relations between a wrong result and the right one, each with one thing to try.

A relation is said only if it holds in every case that fails. Each function gets all these cases,
the shown one first, and returns a sentence or None; those of numbers need equal shapes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course.exercises.values import Numbers, as_numbers, close
from course.exercises.words import written

MINUS = "Look for a minus that's missing, or one too many."
ENOUGH = 3  # wrong numbers, below which a relation may be chance


@dataclass(frozen=True)
class Pair:
    """A wrong result, the right one, and the arguments that both were made of, by name."""

    actual: Numbers
    expected: Numbers
    inputs: Mapping[str, Any] = field(default_factory=dict)


Pairs = Sequence[Pair]


# ---- shapes


def transposed(pairs: Pairs) -> str | None:
    """Say that rows and columns are swapped."""
    if all(
        p.actual.ndim == 2
        and p.actual.shape == p.expected.T.shape
        and close(p.actual.T, p.expected)
        for p in pairs
    ):
        return "It's transposed: rows and columns are swapped. Try `.T` on the result."
    return None


def shape(pairs: Pairs) -> str | None:
    """Say how the shape differs in the shown case: one row only, an axis too many or too few."""
    a, e = pairs[0].actual, pairs[0].expected
    if a.shape == e.shape:
        return None
    both = f"Its shape is {a.shape}, but it should be {e.shape}"
    unlike = [p for p in pairs if p.actual.shape != p.expected.shape]
    for holds, said in SHAPES:
        if all(holds(p.actual, p.expected) for p in unlike):
            return both + said
    return f"{both}. Print the `.shape` after every step, and see where it first surprises you."


def known_shape(pairs: Pairs) -> str | None:
    """Return what makes every wrong shape of the right one, if it is something simple."""
    unlike = [p for p in pairs if p.actual.shape != p.expected.shape]
    if not unlike:
        return None
    fitting = (s for holds, s in SHAPES if all(holds(p.actual, p.expected) for p in unlike))
    return next(fitting, None)


def reshaped(a: Numbers, e: Numbers) -> bool:
    """Return whether a holds the numbers of e, in order, whatever its shape."""
    return a.size == e.size and close(a.reshape(e.shape), e)


def reduced(how: Callable[..., Numbers], axis: int) -> Callable[[Numbers, Numbers], bool]:
    """Return what says whether a is e, reduced along an axis."""
    return lambda a, e: e.ndim > axis and reshaped_if(a, how(e, axis=axis))


def reshaped_if(a: Numbers, e: Any) -> bool:
    """Return whether a is e, but for axes of size 1."""
    return bool(reshaped(a, np.asarray(e)))


SHAPES: Sequence[tuple[Callable[[Numbers, Numbers], bool], str]] = (
    (
        reshaped,
        "; the numbers themselves are right. Look for a step that drops or adds an axis "
        "(`keepdims`, `reshape`, `[...]`).",
    ),
    (
        lambda a, e: e.ndim > 0 and len(e) > 0 and reshaped(a, e[0]),
        ". It has only the first row's result. Is there a `return` inside the loop?",
    ),
    (
        lambda a, e: e.ndim > 0 and len(e) > 0 and reshaped(a, e[-1]),
        ". It has only the last row's result. Does each round overwrite the one before?",
    ),
    (reduced(np.sum, 0), ". The rows are added up. Leave out that sum."),
    (reduced(np.mean, 0), ". It's the mean over the rows. Leave out that mean."),
    (
        lambda a, e: a.ndim == e.ndim == 1 and len(a) == len(e) - 1 and close(a, e[:-1]),
        ". The last entry is missing. Does a loop end one step too early?",
    ),
    (
        lambda a, e: a.ndim == e.ndim == 1 and len(a) == len(e) - 1 and close(a, e[1:]),
        ". The first entry is missing. Does a loop start one step too late?",
    ),
    (
        lambda a, e: a.ndim == e.ndim == 1 and len(a) == len(e) + 1 and close(a[:-1], e),
        ". There's one entry too many at the end. Does a loop go one step too far?",
    ),
    (
        lambda a, e: a.ndim == e.ndim == 1 and len(a) == len(e) + 1 and close(a[1:], e),
        ". There's one entry too many at the start. Does a loop start one step too early?",
    ),
)


# ---- numbers


def not_finite(pairs: Pairs) -> str | None:
    """Say that there is nan or inf where a number is expected."""
    bad = ~np.isfinite(pairs[0].actual) & np.isfinite(pairs[0].expected)
    if not bad.any():
        return None
    what = "nan" if np.isnan(pairs[0].actual[bad]).any() else "inf"
    return (
        f"It contains {what} where a number is expected: something overflows or divides by 0. "
        "Print each step for the input below, and change the first one that shows it."
    )


def factor(pairs: Pairs) -> str | None:
    """Say that every value is a multiple of the right one."""
    factors = list(map(factor_of, pairs))
    if None in factors:
        if factors[0] is not None and np.isclose(factors[0], -1):
            return f"For this input, the sign is wrong. {MINUS}"
        return None
    known = [f for f in factors if f is not None]
    first, few = known[0], sum(p.expected.size for p in pairs) == 1
    if np.allclose(known, first, rtol=1e-3):
        if np.isclose(first, -1):
            if few:
                return f"The sign is wrong. {MINUS}"
            return (
                "The sign is wrong: every value is the negative of the right one. Look for a minus "
                "that's missing, one too many, or a difference taken in the wrong order."
            )
        if few:
            return None
        name = named(pairs, known)
        said = name or " Look for a factor that's one too many, or missing."
        return f"Every value is {first:.4g} times the right one.{said}"
    name = named(pairs, known)
    if name:
        return f"Every value is {first:.4g} times the right one here.{name}"
    if any(p.expected.size > 1 for p in pairs):
        return (
            f"Here every value is {first:.4g} times the right one; on other inputs the factor "
            "varies. Look for a missing division, or one by the wrong number."
        )
    return None


def factor_of(pair: Pair) -> float | None:
    """Return the number that makes the right result the wrong one, if there is one."""
    a, e = pair.actual, pair.expected
    peak = np.argmax(np.abs(e)) if e.size else 0
    if not e.size or e.flat[peak] == 0:
        return None
    found = float(a.flat[peak] / e.flat[peak])
    return found if found and close(a, found * e) else None


def named(pairs: Pairs, factors: Sequence[float]) -> str | None:
    """Say what a factor is in terms of the arguments: one of them, or how long one is."""
    for name, values in scalars(pairs):
        if all(v not in (0, 1) for v in values[:1]):
            if np.allclose(factors, values, rtol=1e-3):
                return (
                    f" That's `{name}`: do you multiply by it once too often, or forget to divide?"
                )
            if np.allclose(factors, 1 / np.array(values), rtol=1e-3):
                return f" That's 1 / `{name}`: do you divide by it once too often, or leave it out?"
    return None


def scalars(pairs: Pairs) -> Iterator[tuple[str, list[float]]]:
    """Yield what a factor may be: each argument that is one number, and each one's length."""
    for name, first in pairs[0].inputs.items():
        values = [as_numbers(p.inputs[name]) for p in pairs]
        numbers = [v for v in values if v is not None and v.size]
        if len(numbers) < len(pairs):
            continue
        if np.ndim(first) == 0:
            if all(v != 0 for v in numbers):
                yield name, [float(v) for v in numbers]
        elif all(v.ndim for v in numbers):
            yield f"len({name})", [float(len(v)) for v in numbers]


def offset(pairs: Pairs) -> str | None:
    """Say that every value is off by the same amount."""
    gaps = np.concatenate([(p.actual - p.expected).ravel() for p in pairs])
    if len(gaps) > 1 and np.allclose(gaps, gaps[0], rtol=1e-3, atol=1e-9):
        return (
            f"Every value is off by the same amount, {gaps[0]:+.4g}. "
            "Look for a number that's added, left out, or counted from 1 instead of 0."
        )
    return None


def argument_added(pairs: Pairs) -> str | None:
    """Say that an argument is missing in the sum, or added once too often."""
    for name in pairs[0].inputs:
        given = [as_numbers(p.inputs[name]) for p in pairs]
        for sign, said in (
            (-1, f"It's the right result without `{name}`. Add `{name}` once."),
            (
                1,
                f"It's the right result plus `{name}`. Is `{name}` added once too often?",
            ),
        ):
            if wrong_numbers(pairs) >= ENOUGH and all(
                v is not None and same_sum(p.actual, p.expected, sign * v)
                for p, v in zip(pairs, given, strict=True)
            ):
                return said
    return None


def same_sum(a: Numbers, e: Numbers, added: Numbers) -> bool:
    """Return whether a is e with something added, if that fits its shape."""
    try:
        total = e + added
    except ValueError:
        return False
    return total.shape == a.shape and close(a, total)


def argument_itself(pairs: Pairs) -> str | None:
    """Say that the result is an argument, unchanged."""
    for name in pairs[0].inputs:
        given = [as_numbers(p.inputs[name]) for p in pairs]
        if wrong_numbers(pairs) >= ENOUGH and all(
            v is not None and v.shape == p.actual.shape and close(p.actual, v)
            for p, v in zip(pairs, given, strict=True)
        ):
            return f"It's `{name}`, exactly as it came in. Does your code return what it computed?"
    return None


FORMULAS: Sequence[tuple[Callable[[Numbers], Any], str]] = (
    (np.abs, "It's right except for the sign: nothing is negative. Is an `abs` or a square left?"),
    (
        lambda e: np.maximum(e, 0),
        "It has 0 wherever the right value is negative. Keep the negative values.",
    ),
    (
        lambda e: np.minimum(e, 0),
        "It has 0 wherever the right value is positive. Is it `<` instead of `>`?",
    ),
    (lambda e: 1 / e, "Each value is 1 divided by the right one. Flip the fraction."),
    (lambda e: 1 - e, "Each value is 1 minus the right one. Are two sides swapped, `<` for `>`?"),
    (lambda e: e**2, "Each value is the square of the right one. Leave out the square."),
    (lambda e: np.sqrt(e), "Each value is the square root of the right one. Leave out the root."),
    (np.exp, "Each value is exp of the right one. Leave out an exp, or take the logarithm."),
    (np.log, "Each value is the logarithm of the right one. Leave out the logarithm."),
    (np.round, "Each value is the right one, rounded. Leave out the rounding."),
    (np.trunc, "The digits after the decimal point are cut off. Use `dtype=float` for the array."),
)


def constant(pairs: Pairs) -> str | None:
    """Say that every result is the same one."""
    if wrong_numbers(pairs) < ENOUGH or not is_constant(pairs):
        return None
    value = written(float(pairs[0].actual.flat[0]), 4)
    return (
        f"Wherever it's wrong, it gives {value}. Find the line that should make it depend on the "
        "input, and print what that line gives."
    )


def is_constant(pairs: Pairs) -> bool:
    """Return whether all results are the same number."""
    numbers = np.concatenate([p.actual.ravel() for p in pairs])
    return bool(numbers.size) and close(numbers, np.full_like(numbers, numbers[0]))


def formula(pairs: Pairs) -> str | None:
    """Say that every value comes from the right one by a simple formula."""
    if wrong_numbers(pairs) < ENOUGH or is_constant(pairs):
        return None
    for made, said in FORMULAS:
        if all(close(p.actual, made(p.expected)) for p in pairs):
            return said
    return None


def order(pairs: Pairs) -> str | None:
    """Say that the right numbers come in another order."""
    lists = [p for p in pairs if p.expected.ndim > 0 and len(p.expected) > 1]
    if len(lists) < len(pairs) or wrong_numbers(pairs) < ENOUGH:
        return None
    if all(close(p.actual[::-1], p.expected) for p in lists):
        return "The rows are right, but in reverse order. Does a loop run backward?"
    if all(close(p.actual[1:], p.expected[:-1]) for p in lists):
        return (
            "The values are right, but one step late: each is one position too far on. Is "
            "something stored before it's updated?"
        )
    if all(close(p.actual[:-1], p.expected[1:]) for p in lists):
        return (
            "The values are right, but one step early: each is one position too soon. Is "
            "something updated before it's stored?"
        )
    return None


def first_row(pairs: Pairs) -> str | None:
    """Say that the first row is right and others are not."""
    shown = pairs[0].expected
    longer = [p for p in pairs if p.expected.ndim > 0 and len(p.expected) > 1]
    if (
        np.ndim(shown)
        and len(shown) > 1
        and all(map(has_rows, longer))
        and all(close(p.actual[:1], p.expected[:1]) for p in longer)
    ):
        return (
            "The first row is right, but later ones aren't. Does your code handle every row, and "
            "start afresh for each?"
        )
    return None


def has_rows(pair: Pair) -> bool:
    """Return whether a result has rows: two axes, or a number for each entry of an argument."""
    given = (as_numbers(value) for value in pair.inputs.values())
    lengths = {len(value) for value in given if value is not None and value.ndim}
    return pair.expected.ndim > 1 or len(pair.expected) in lengths


def wrong_numbers(pairs: Pairs) -> int:
    """Return how many numbers are wrong in all cases together."""
    return sum(int((~np.isclose(p.actual, p.expected)).sum()) for p in pairs)


OF_SHAPES: Sequence[Callable[[Pairs], str | None]] = (transposed, shape, not_finite)
OF_NUMBERS: Sequence[Callable[[Pairs], str | None]] = (
    factor,
    offset,
    argument_added,
    argument_itself,
    constant,
    formula,
    order,
    first_row,
)


def relation(pairs: Pairs) -> str | None:
    """Return the first sentence that holds, or None."""
    of_numbers = OF_NUMBERS if all(p.actual.shape == p.expected.shape for p in pairs) else ()
    with np.errstate(all="ignore"):
        found = (said_of(pairs) for said_of in (*OF_SHAPES, *of_numbers))
        return next(filter(None, found), None)
