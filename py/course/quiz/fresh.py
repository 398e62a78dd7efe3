"""Fresh numbers for quiz items: drawn from a seed, and written as the lessons write them."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import numpy as np

from course.figures.svg import number
from course.quiz.items import Numeric, accepts, check_item
from course.quiz.printed import numbers, refuse_other_sums
from nn import MLP, Array, traced_network

ATTEMPTS = 200

Made = TypeVar("Made")


def distinct(make: Callable[..., Made]) -> Callable[..., Made]:
    """Make `make` draw again until `check_item` passes and `make` itself raises no ValueError.

    With some numbers two mistakes lead to the same result, or a mistake or a number of the stem to
    the right one. Such numbers teach nothing. Raises the last ValueError when none of many draws
    will do.
    """

    def drawn(rng: np.random.Generator, *case: Any) -> Made:
        for _ in range(ATTEMPTS):
            try:
                item = make(rng, *case)
                check_item(item)  # type: ignore[arg-type]
                refuse_copied(item)
            except ValueError as error:
                refused = error
            else:
                return item
        raise refused

    return drawn


def whole(rng: np.random.Generator, low: int, high: int, size: int | tuple[int, ...] = ()) -> Any:
    """Return whole numbers from low to high, as floats, never 0: one, or an array of size."""
    return rng.choice([float(value) for value in range(low, high + 1) if value], size)


def tenths(
    rng: np.random.Generator, low: float, high: float, size: int | tuple[int, ...] = ()
) -> Any:
    """Return multiples of 0.1 from low to high, never 0: one, or an array of size."""
    return np.round(whole(rng, round(10 * low), round(10 * high), size) / 10, 1)


def point(values: Iterable[float], digits: int = 1) -> str:
    """Return numbers as the lessons write a point: (0.8, −0.1)."""
    return f"({', '.join(number(value, digits) for value in values)})"


def shares(values: Iterable[float], digits: int = 2) -> str:
    """Return probabilities as a point. Raises ValueError if, rounded, they don't add up to 1."""
    shown = [number(value, digits) for value in values]
    refuse_other_sums("a point", shown)
    return f"({', '.join(shown)})"


def rows(matrix: Array, digits: int = 1) -> str:
    """Return a matrix row by row: (0.8, −0.1) and (0.1, 0.7)."""
    *most, last = [point(row, digits) for row in matrix]
    return f"{', '.join(most)}{',' * (len(most) > 1)} and {last}"


def signed(value: float, digits: int = 2) -> str:
    """Return a number for a formula, in parentheses where it is below 0."""
    text = number(value, digits)
    return f"({text})" if text.startswith("−") else text


def power_of_ten(value: float) -> str:
    """Return a number times a power of ten: 9.8 · $10^{-4}$."""
    digits, power = f"{value:.1e}".split("e")
    return f"{digits} · $10^{{{int(power)}}}$"


def short(value: float) -> str:
    """Return a number above 0 so that it never looks like 0."""
    return number(value, 4) if value >= 0.001 else power_of_ten(value)


def traced_like(rng: np.random.Generator) -> MLP:
    """Return a network like the traced one, 2-2-2, with two of its weights drawn anew."""
    network = traced_network()
    for W in network.weights:
        W[rng.integers(2), rng.integers(2)] = tenths(rng, -0.9, 0.9)
    return network


def refuse_copied(item: object) -> None:
    """Raise ValueError if a number of the stem is accepted as an answer with decimals."""
    if isinstance(item, Numeric) and item.digits and not item.copied:
        plain = re.sub(r"\$[^$]*\$", " ", item.stem)
        if any(accepts(item, one) for one in numbers(plain)):
            raise ValueError(f"the stem already gives the answer, {item.answer}")


def refuse_given(value: float, others: Iterable[float]) -> None:
    """Raise ValueError if a result is also another number of the question."""
    if any(np.isclose(value, other, atol=1e-6) for other in others):
        raise ValueError(f"{value} is also another number of the question")


def spoilt(lines: Sequence[tuple[str, str]], wrong: tuple[int, str, str, str]) -> dict[str, Any]:
    """Return code, line, reason, others and mistake of a `Bug`: a program with one wrong line.

    lines: each line of the right program, and why it is right. wrong: the number of a line, from
    1, what stands there in its place, why that is wrong, and the mistake's slug.
    """
    place, text, reason, mistake = wrong
    numbered = list(enumerate(lines, start=1))
    return {
        "code": "\n".join(text if at == place else line for at, (line, _) in numbered),
        "line": place,
        "reason": reason,
        "others": {at: why for at, (_, why) in numbered if at != place},
        "mistake": mistake,
    }


def coded(*lines: str) -> tuple[str, ...]:
    """Return lines of a program as the lines of an `Order`: as code, indented as they are."""
    firm = [line.replace(" ", "\u00a0", len(line) - len(line.lstrip())) for line in lines]
    return tuple(f"`{line}`" for line in firm)


def lettered(rng: np.random.Generator, count: int) -> list[str]:
    """Return the letters A, B, ... in a random order, so that none tells anything."""
    letters = [chr(ord("A") + place) for place in range(count)]
    return [letters[place] for place in rng.permutation(count)]
