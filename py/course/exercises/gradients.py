"""Checks a backward pass: every gradient next to its measured slope."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar, NotRequired, TypedDict

import numpy as np

import nn
from course.cells.program import Outcome
from course.exercises.exercise import Function
from course.exercises.search import Search
from course.exercises.values import Numbers, as_numbers, is_complete, same


@dataclass(frozen=True)
class Group:
    """The parameters of one layer, whose gradients all come from one line.

    name: of what they come from, such as dz2. way: in words, what computes it.
    """

    name: str
    way: str
    parameters: Sequence[str]


Rows = list[list[float | str]]  # a bias is one row; nan and inf are strings, for JSON's sake


class Entry(TypedDict):
    """A parameter's gradient beside its measured slope; of another shape, without difference."""

    name: str
    shape: list[int]
    computed: Rows | None
    measured: Rows
    agrees: bool
    difference: NotRequired[Rows]


@dataclass(frozen=True)
class Gradients(Function):
    """A function that returns the gradient of every parameter, each shaped like it.

    loss: takes the same arguments and returns a number, by `nn`. returned: the parameters, as
    the function's arguments are called, in the order in which it returns their gradients.
    groups: the layers, the output's first.
    """

    loss: Callable[..., float] | None = None
    returned: Sequence[str] = ()
    groups: Sequence[Group] = field(default=())

    in_order: ClassVar[bool] = True  # the author's own case first, to follow by hand

    def measured(self, arguments: Sequence[Any]) -> list[Numbers]:
        """Return the slope of the loss at every parameter, by finite differences."""
        names = list(inspect.signature(self.expected).parameters)
        slopes = []
        for parameter in self.returned:
            place = names.index(parameter)
            nudged = [*arguments]
            nudged[place] = np.array(arguments[place], dtype=np.float64)
            loss = partial(self.loss_at, nudged)
            slopes.append(nn.numerical_gradient(loss, nudged[place]))
        return slopes

    def loss_at(self, arguments: Sequence[Any], _: Any = None) -> float:
        """Return the loss; the nudged array is one of the arguments already."""
        assert self.loss is not None
        return self.loss(*arguments)

    def table(
        self, cases: Sequence[Any], outcomes: Sequence[Outcome], failed: Sequence[int]
    ) -> list[Entry]:
        """Return every gradient beside its slope, in the case that fails or the first by hand."""
        i = failed[0] if failed else 0
        value, slopes = outcomes[i].value, self.measured(cases[i])
        parts = value if is_complete(value, len(slopes)) else [None] * len(slopes)
        return [
            compared(name, part, slope)
            for name, part, slope in zip(self.returned, parts, slopes, strict=True)
        ]

    def groups_of(self, count: int | None) -> list[list[int]]:
        """Return where in the result the gradients of each group are."""
        return [
            [list(self.returned).index(name) for name in group.parameters] for group in self.groups
        ]

    def where(self, search: Search) -> str:
        """Say which line of the chain rule to look at, when no known mistake is found."""
        first = search.group()
        if first is None:
            return ""
        group = self.groups[first]
        wrong = [name for i, name in enumerate(self.returned) if i in search.wrong]
        wrong = [name for name in wrong if name in group.parameters]
        before = "Everything before it is right. " if first else ""
        if len(wrong) == len(group.parameters):
            return (
                f"{before}Look at {group.way}: the gradients of {' and '.join(wrong)} are "
                f"both computed from {group.name}, and both are wrong."
            )
        return f"{before}{group.name} is right. Look at how you get d{wrong[0]} from it."


def compared(name: str, part: Any, slope: Numbers) -> Entry:
    """Return one parameter's entry of `Gradients.table`."""
    numbers = as_numbers(part)
    entry: Entry = {
        "name": name,
        "shape": list(slope.shape),
        "computed": None if numbers is None or numbers.ndim > 2 else as_rows(numbers),
        "measured": as_rows(slope),
        "agrees": same(part, slope),
    }
    if numbers is not None and numbers.shape == slope.shape:
        entry["difference"] = as_rows(numbers - slope)
    return entry


def as_rows(numbers: Numbers) -> list[list[float | str]]:
    """Return an array of at most two axes as rows for JSON, which knows neither nan nor inf."""
    rounded = np.atleast_2d(np.round(numbers, 6) + 0.0).tolist()
    return [[n if np.isfinite(n) else str(n) for n in row] for row in rounded]
