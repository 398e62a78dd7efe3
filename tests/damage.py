"""Values and texts with something wrong in them, for tests that try many."""

from __future__ import annotations

import random
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
