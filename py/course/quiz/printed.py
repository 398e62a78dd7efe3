"""What a text of a quiz item may not print: nan, minus zero, probabilities that don't add up."""

import re
from collections.abc import Sequence

FENCED = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
NOT_A_NUMBER = re.compile(r"\b(?:nan|[+-]?inf)\b", re.IGNORECASE)
MINUS_ZERO = re.compile(r"(?<![\w)\].])[−-]0(?:\.0+)?(?![\d.]*\d)")
PROBABILITIES = re.compile(r"probabilities\b[^.;(\[]*[(\[]([^()\[\]]+)[)\]]", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:\.\d+)?")


def refuse_unprintable(what: str, text: str) -> None:
    """Raise ValueError, saying what it is, for a text that prints something it may not."""
    if not text.strip():
        raise ValueError(f"{what} is empty")
    if NOT_A_NUMBER.search(FENCED.sub(" ", text)):
        raise ValueError(f"{what} contains nan or inf: {text!r}")
    if MINUS_ZERO.search(text):
        raise ValueError(f"{what} prints minus zero: {text!r}")
    for found in PROBABILITIES.finditer(text):
        refuse_other_sums(what, NUMBER.findall(found[1]))


def refuse_other_sums(what: str, shown: Sequence[str]) -> None:
    """Raise ValueError if these numbers could be probabilities and don't add up to 1.

    They may be off by one unit of the last digit, since each of them is rounded, but by 0.01 at
    most: (0.9, 0.0, 0.0) would puzzle anyone.
    """
    values = [_value(one) for one in shown]
    digits = max((len(one.partition(".")[2]) for one in shown), default=0)
    if len(values) < 2 or not digits or not all(0 <= one <= 1 for one in values):
        return
    if abs(sum(values) - 1) > min(10**-digits, 0.01) * (1 + 1e-9):
        raise ValueError(f"{what} shows probabilities that don't add up to 1: {', '.join(shown)}")


def numbers(text: str) -> list[float]:
    """Return the numbers that a text prints."""
    return [_value(one) for one in NUMBER.findall(text)]


def _value(one: str) -> float:
    return float(one.replace("−", "-"))


def look(text: str) -> str:
    """Return what an option looks like, so that two alike are found: (0.50, 1) is $(0.5, 1.0)$."""
    plain = re.sub(r"[`$]", "", text).replace("−", "-").casefold()
    short = re.sub(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", _short, plain)
    return re.sub(r"\s", "", short)


def _short(found: re.Match[str]) -> str:
    return f"{float(found[0]) + 0.0:g}"


def length(text: str) -> int:
    """Return how long a text is for the eye, without its Markdown."""
    return len(re.sub(r"[`$*\\{}]", "", text))
