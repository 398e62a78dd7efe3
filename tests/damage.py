"""Values and texts with something wrong in them, for tests that try many."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ODD: list[Any] = [
    *(
        None,
        True,
        -1,
        0,
        1e308,
        10**20,
        2.5,
        "",
        "x",
        "\0",
        "🙂",
        "__proto__",
        "<b>",
        "1e9",
        [],
        {},
    ),
    *([[]], [None], {"__proto__": 1}, "a" * 3000, [1] * 300, -0.0, "NaN", "2026-99-99"),
]


def damaged(value: Any, chance: random.Random) -> Any:
    """A value with one thing in it changed, left out or added."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        changed = {**value, key: damaged(value[key], chance)}
        if chance.random() < 0.15:
            del changed[key]
        return changed
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [*value[:at], damaged(value[at], chance), *value[at + chance.randrange(2) :]]
    return chance.choice(ODD)


def cut(text: str, chance: random.Random) -> str:
    """A text with a piece missing, twice or another."""
    at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[:at] + chance.choice(("", "\0", "{", '"', text[at:to] * 2)) + text[to:]


def out_of_time(_signal: int, _frame: object) -> None:
    raise TimeoutError("it takes too long")


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer. Needs SIGALRM."""
    before = signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
