"""Says what sets wrong results apart from the right ones, and what to try.

Every sentence is about the first pair, which is the example that the learner sees.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from course.exercises.relations import Pair, relation
from course.exercises.values import Numbers, as_numbers, is_complete, same
from course.exercises.words import counted, listed, shown_pair

Inputs: TypeAlias = Sequence[Mapping[str, Any]]  # of each pair, the arguments by name

NOTHING = "The result is None. A function hands back its result with `return`."
RETURNED = "Returned value"
UNTOUCHED = "It's still `...`. Put your own value there."


def difference(pairs: Sequence[tuple[Any, Any]], inputs: Inputs = (), told: bool = True) -> str:
    """Say what sets the actual values apart from the expected ones, as (actual, expected) pairs.

    pairs: all that failed, the shown one first; inputs: what each was made of. told: whether the
    right value may be told.
    """
    actual, expected = pairs[0]
    if actual is None:
        return NOTHING
    if actual is ...:
        return UNTOUCHED
    if isinstance(expected, tuple):
        return parts_difference(pairs, inputs, told)
    if as_numbers(actual) is None or as_numbers(expected) is None:
        said = f"The result has type {type(actual).__name__}, but {wanted(expected)} expected."
        return f"{said} Look at what your `return` gives."
    numbers = numeric(pairs, inputs)
    return relation(numbers) or first_wrong(np.asarray(actual), np.asarray(expected), told)


def wanted(expected: Any) -> str:
    """Return what kind of value is right, with its verb."""
    if as_numbers(expected) is None:
        return f"type {type(expected).__name__} is"
    return "numbers are" if np.ndim(expected) else "a number is"


def numeric(pairs: Sequence[tuple[Any, Any]], inputs: Inputs) -> list[Pair]:
    """Return the pairs in which both are numbers."""
    found = []
    for i, (a, e) in enumerate(pairs):
        actual, expected = as_numbers(a), as_numbers(e)
        if actual is not None and expected is not None:
            found.append(Pair(actual, expected, inputs[i] if inputs else {}))
    return found


def parts_difference(
    pairs: Sequence[tuple[Any, tuple[Any, ...]]], inputs: Inputs, told: bool
) -> str:
    """Say which part of a tuple differs first, and how."""
    actual, expected = pairs[0]
    wanted = len(expected)
    if not isinstance(actual, tuple | list) or len(actual) != wanted:
        count = len(actual) if isinstance(actual, tuple | list) else 1
        are = "is" if wanted == 1 else "are"
        said = f"Your function returns {counted(count, 'value')}, but {wanted} {are} expected."
        return f"{said} Look at what your `return` gives."
    i = next((i for i in range(wanted) if not same(actual[i], expected[i])), 0)
    wrong = [
        k
        for k, (a, e) in enumerate(pairs)
        if is_complete(a, len(e)) and len(e) > i and not same(a[i], e[i])
    ]
    parts = [(pairs[k][0][i], pairs[k][1][i]) for k in wrong]
    said = difference(parts, [inputs[k] for k in wrong] if inputs else (), told)
    part = f"{RETURNED} {i + 1} of {wanted}{others_right(pairs)}"
    if said.startswith(RETURNED):
        return f"{part}, and in it value{said.removeprefix(RETURNED)}"
    return f"{part}: {said}"


def others_right(pairs: Sequence[tuple[Any, tuple[Any, ...]]]) -> str:
    """Say which parts of a tuple are right in all cases, in parentheses; nothing if they vary."""
    count = len(pairs[0][1])
    complete = all(is_complete(a, count) and is_complete(e, count) for a, e in pairs)
    found = [i for i in range(count) if complete and all(same(a[i], e[i]) for a, e in pairs)]
    if not found:
        return ""
    plural, are = ("s", "are") if len(found) > 1 else ("", "is")
    return f" (value{plural} {listed([str(i + 1) for i in found])} {are} right)"


def first_wrong(actual: Numbers, expected: Numbers, told: bool) -> str:
    """Say which number is the first wrong one, with both values."""
    a, e = np.atleast_1d(actual), np.atleast_1d(expected)
    off = [place for place in np.ndindex(a.shape) if not same(a[place], e[place])]
    place = off[0] if off else np.unravel_index(np.argmax(np.abs(a - e)), a.shape)
    mine, right = shown_pair(a[place], e[place])
    values = f"{mine} and should be {right}." if told else f"{mine}."
    if actual.ndim == 0:
        return f"The number isn't right. It is {values} {BY_HAND}"
    at = f"at [{', '.join(str(int(i)) for i in place)}], is {values}"
    said = "The shape is right, but"
    if a.size == 1:
        return f"{said} the number isn't. It is {values} {BY_HAND}"
    if len(off) == a.size:
        return f"{said} none of the numbers are. The first, {at} {BY_HAND}"
    if len(off) > 1:
        return f"{said} {len(off)} of the {a.size} numbers aren't. The first, {at} {BY_HAND}"
    return f"{said} one of the {a.size} numbers isn't. The wrong one, {at} {BY_HAND}"


BY_HAND = "Work it out by hand, and print your code's steps to find the first one that differs."
