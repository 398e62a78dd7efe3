"""What a figure lets its reader change: declared beside `draw`, built by generic JavaScript.

`accept` turns a value from the page into the value that `draw` gets, or raises ValueError.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias


def within(name: str, value: Any, low: float, high: float) -> float:
    """Return value as a float if it is a number from low to high; else raise ValueError."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"{name} must be a number from {low:g} to {high:g}, not {value!r}")
    return float(value)


@dataclass(frozen=True)
class Slider:
    """A number from low to high, in steps."""

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float

    def accept(self, value: Any) -> float:
        """Return the number."""
        return within(self.name, value, self.low, self.high)


@dataclass(frozen=True)
class Steps:
    """A position 0 .. count - 1 in a sequence, with play, pause, forward and back.

    first: the number that is shown for position 0; 0 where that one is before anything happens.
    """

    name: str
    label: str
    count: int
    value: int = 0
    first: int = 1

    def accept(self, value: Any) -> int:
        """Return the position."""
        return int(within(self.name, value, 0, self.count - 1))


@dataclass(frozen=True)
class Choice:
    """One of several options; each is (value, label).

    languages: of the labels that aren't English, by value: a code such as "de".
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str
    languages: Mapping[str, str] = field(default_factory=dict)

    def accept(self, value: Any) -> str:
        """Return the value of the option."""
        known = [option for option, _ in self.options]
        if value not in known:
            raise ValueError(f"{self.name} must be one of {', '.join(known)}, not {value!r}")
        return str(value)


@dataclass(frozen=True)
class Switch:
    """On or off."""

    name: str
    label: str
    value: bool = False

    def accept(self, value: Any) -> bool:
        """Return whether it is on."""
        if not isinstance(value, bool):
            raise ValueError(f"{self.name} must be true or false, not {value!r}")
        return value


@dataclass(frozen=True)
class Point:
    """A point that can be dragged, by mouse, touch and arrow keys; step is the arrow key's.

    Values are in the figure's own units. `draw` marks the place with an element whose id is
    the control's name.
    """

    name: str
    label: str
    x: tuple[float, float]  # lowest and highest
    y: tuple[float, float]
    step: float
    value: tuple[float, float]

    def accept(self, value: Any) -> tuple[float, float]:
        """Return (x, y)."""
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise ValueError(f"{self.name} must be two numbers, not {value!r}")
        return within(self.name, value[0], *self.x), within(self.name, value[1], *self.y)


Control: TypeAlias = Slider | Steps | Choice | Switch | Point


def declare(control: Control) -> dict[str, Any]:
    """Return the control as JSON can hold it; `kind` is its class in small letters."""
    return {"kind": type(control).__name__.lower(), **asdict(control)}
