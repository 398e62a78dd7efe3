"""What a step still lacks, in plain words; a careful look at what the learner's program made."""

from collections.abc import Mapping
from typing import Any

import numpy as np

NUMBERS = "biuf"  # NumPy's kinds of number
SHOWN = 2  # elements of a list


class Lacking(Exception):  # noqa: N818
    """What a step still lacks, for the learner. part: their function that it's about."""

    def __init__(self, part: str, message: str) -> None:
        super().__init__(message)
        self.part = part


class Main:
    """The variables of the learner's program. asked: which of them a check has asked for last."""

    def __init__(self, variables: Mapping[str, Any]) -> None:
        self.variables = variables
        self.asked = ""

    def __getitem__(self, name: str) -> Any:
        self.asked = name
        if name not in self.variables:
            raise Lacking(name, f"Your program has no `{name}` any more. Reset brings it back.")
        return self.variables[name]


def as_numbers(value: Any, shape: tuple[int, ...]) -> Any:
    """Return a value as an array of numbers of this shape, or None if it isn't one."""
    try:
        found = np.asarray(value)
    except ValueError:  # arrays of several shapes
        return None
    return found.astype(float) if found.dtype.kind in NUMBERS and found.shape == shape else None


def numbers(part: str, value: Any, shape: tuple[int, ...], wanted: str, tip: str = "") -> Any:
    """Return what the learner's function `part` has returned, as an array of this shape.

    wanted: what it should return, in words; tip: what to do if it returned arrays instead.
    """
    found = as_numbers(value, shape)
    if found is not None:
        return found
    told = f"`{part}` should return {wanted}. Yours returns {described(value)}."
    raise Lacking(part, f"{told} {tip}" if tip and has_arrays(value) else told)


def has_arrays(value: Any) -> bool:
    """Return whether a value is an array, or a list or a tuple with one in it."""
    inside = value if isinstance(value, tuple | list) else [value]
    return any(isinstance(one, np.ndarray) for one in inside)


def described(value: Any) -> str:
    """Return what a value is, in words."""
    if value is None:
        return "None, as a function does that has no `return`"
    if isinstance(value, np.ndarray):
        return f"an array of the shape {value.shape}"
    if isinstance(value, tuple | list):
        inside = [described(one) for one in value[:SHOWN]]
        more = ["more"] if len(value) > SHOWN else []
        return f"a {type(value).__name__} of {' and '.join([*inside, *more]) or 'nothing'}"
    if isinstance(value, int | float | np.number):
        return f"the number {value:.6g}"
    if isinstance(value, str):
        return f"the text {value!r}"
    kind = getattr(value, "constructor", type(value))  # of JavaScript's things, such as events
    return f"something of the type {getattr(kind, 'name', None) or type(value).__name__}"
