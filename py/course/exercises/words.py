"""Puts values into words, as a message shows them."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

LONGEST = 400  # characters of a value
PLURALS = {"axis": "axes"}


def shown(value: Any, precision: int = 4) -> str:
    """Return a value briefly, as Python would write it."""
    with np.printoptions(precision=precision, suppress=True, threshold=40):
        text = written(value, precision)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def written(value: Any, precision: int) -> str:
    """Return a value as Python writes it, but plain numbers for NumPy's."""
    if value is ...:
        return "..."
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        text = f"{value:.{precision + 2}g}"
        return f"{text}.0" if text.lstrip("-").isdigit() else text
    if type(value) in (tuple, list):
        parts = ", ".join(written(part, precision) for part in value)
        if isinstance(value, list):
            return f"[{parts}]"
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    if isinstance(value, dict):
        pairs = ((written(k, precision), written(v, precision)) for k, v in value.items())
        return f"{{{', '.join(f'{k}: {v}' for k, v in pairs)}}}"
    return repr(value)


def shown_pair(actual: Any, expected: Any) -> tuple[str, str]:
    """Return both values with as many digits as it takes to see that they differ."""
    for precision in (4, 8, 12):
        pair = shown(actual, precision), shown(expected, precision)
        if pair[0] != pair[1]:
            break
    return pair


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return re.split(r"(?<=[.?!]) (?=[A-Z`])", text)


def counted(number: int, what: str) -> str:
    """Return a count with its noun: "1 value", "3 values", "2 axes"."""
    return f"{number} {what if number == 1 else PLURALS.get(what, f'{what}s')}"


def listed(parts: Sequence[str]) -> str:
    """Return words as a list in a sentence: "1", "1 and 2", "1, 2, and 3"."""
    *first, last = parts
    if len(first) < 2:
        return " and ".join([*first, last])
    return f"{', '.join(first)}, and {last}"
