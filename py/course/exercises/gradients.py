"""Checks a backward pass: every gradient beside its measured slope, and whose fault it is.

Backward goes from the output to the input, so a mistake spoils its own line and all that follow.
The first group of gradients that disagrees, counted from the output, holds the mistake to mend
first, and the known mistakes are compared with the learner's program on that group alone.
"""

import ast
import copy
import difflib
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, pairwise
from typing import Any, NotRequired, TypedDict

import numpy as np

import nn
from course.cells.program import Outcome
from course.exercises.compare import Numbers, as_numbers, same
from course.exercises.exercise import Function
from course.exercises.mistakes import Mistake

Forms = Callable[[Mistake], Iterator[Iterator[Outcome]]]  # runs each form on all cases


@dataclass(frozen=True)
class Group:
    """The parameters of one layer, whose gradients all come from one line.

    name: of what they come from, such as dz2. way: in words, what computes it. lines: for each
    parameter, the line that makes its gradient of it.
    """

    name: str
    way: str
    lines: Mapping[str, str]


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

    def table(self, arguments: Sequence[Any], value: Any) -> list[Entry]:
        """Return for each parameter what the program computed, what is measured, what differs."""
        slopes = self.measured(arguments)
        parts = value if is_complete(value, len(slopes)) else [None] * len(slopes)
        return [
            compared(name, part, slope)
            for name, part, slope in zip(self.returned, parts, slopes, strict=True)
        ]


def is_complete(value: Any, count: int) -> bool:
    """Return whether a result has as many parts as there are gradients."""
    return isinstance(value, tuple | list) and len(value) == count


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


@dataclass(frozen=True)
class Found:
    """The mistake nearest the output; alone: it explains all; sure: nothing is left unexplained."""

    mistake: Mistake
    alone: bool
    sure: bool = True


class Search:
    """Looks for the mistake nearest the output in a program that makes none of the known alone.

    cases: the arguments of every call; outcomes: what the program does with them; right: what it
    should do; forms: runs every form of a known mistake on the same cases.
    """

    def __init__(
        self,
        declared: Gradients,
        cases: Sequence[Sequence[Any]],
        outcomes: Sequence[Outcome],
        right: Sequence[Any],
        forms: Forms,
    ) -> None:
        self.declared = declared
        self.cases = cases
        self.outcomes = outcomes
        self.forms = forms
        self.count = len(declared.returned)
        # A case tells which gradients are wrong only if all of them are there.
        self.usable = [
            i for i, outcome in enumerate(outcomes) if is_complete(outcome.value, self.count)
        ]
        self.wrong = [
            place
            for place in range(self.count)
            if not all(same(outcomes[i].value[place], right[i][place]) for i in self.usable)
        ]

    def places(self, group: Group) -> list[int]:
        """Return where in the result the group's gradients are."""
        return [list(self.declared.returned).index(name) for name in group.lines]

    def group(self) -> Group | None:
        """Return the first group that disagrees, counted from the output."""
        return next(
            (g for g in self.declared.groups if set(self.places(g)) & set(self.wrong)), None
        )

    def found(self, mistakes: Sequence[Mistake], solution: str) -> Found | None:
        """Return the known mistake nearest the output, if there is one.

        A mistake that explains all that is wrong comes first; then two that together do just what
        the program does; then one that explains a gradient of the first group that disagrees.
        """
        group = self.group()
        one = self._among(mistakes, group) if group else None
        if one and one.alone:
            return one
        return self._pair(mistakes, solution) or one

    def _among(self, mistakes: Sequence[Mistake], group: Group) -> Found | None:
        """Return the mistake that explains most of the group's wrong gradients, then of all."""
        here = set(self.places(group)) & set(self.wrong)
        best, score = None, (0, 0)
        forms = ((m, theirs) for m in mistakes for theirs in self.forms(m))
        for mistake, theirs in forms:
            explained = self._explained(theirs)
            reached = (len(explained & here), len(explained))
            if reached[0] and reached > score:
                alone = explained == set(self.wrong)
                best, score = Found(mistake, alone, sure=alone), reached
        return best

    def _explained(self, mistaken: Iterator[Outcome]) -> set[int]:
        """Return which of the wrong gradients are, in every case, just those of the mistake."""
        left = set(self.wrong)
        for i, theirs in enumerate(mistaken):
            if i in self.usable:
                if not is_complete(theirs.value, self.count):
                    return set()
                left = {p for p in left if same(theirs.value[p], self.outcomes[i].value[p])}
            if not left:
                break
        return left

    def _pair(self, mistakes: Sequence[Mistake], solution: str) -> Found | None:
        """Return the nearer of two mistakes that, made together, do what the program does."""
        recipe = Recipe(solution, self.declared.name)
        changes = [(m, recipe.edits(m.code)) for m in mistakes]
        for (one, first), (other, second) in combinations(changes, 2):
            made = recipe.merged([*first, *second])
            if made and self._does_the_same(made):
                nearer = recipe.place(first) <= recipe.place(second)
                return Found(one if nearer else other, alone=False)
        return None

    def _does_the_same(self, made: Callable[..., Any]) -> bool:
        """Return whether a function does what the program does, in every case."""
        with np.errstate(all="ignore"):
            for case, mine in zip(self.cases, self.outcomes, strict=True):
                try:
                    theirs = Outcome(made(*map(np.copy, case)))
                except Exception as error:
                    theirs = Outcome(raised=error)
                if not alike(mine, theirs):
                    return False
        return True

    def line(self) -> str:
        """Say which line of the chain rule to look at, when no known mistake is found."""
        group = self.group()
        if group is None:
            return ""
        names = list(self.declared.returned)
        wrong = [names[place] for place in self.places(group) if place in self.wrong]
        before = "" if group is self.declared.groups[0] else "All before it is right. "
        if len(wrong) == len(group.lines):
            return (
                f"{before}Look at {group.way}: the gradients of {' and '.join(wrong)}, "
                f"which are both computed from {group.name}, are both wrong."
            )
        lines = ", ".join(f"`{group.lines[name]}`" for name in wrong)
        return f"{before}{group.name} is right. Look at the line {lines}."


def alike(a: Outcome, b: Outcome) -> bool:
    """Return whether two calls returned the same, or failed in the same way."""
    if a.raised is not None or b.raised is not None:
        return type(a.raised) is type(b.raised)
    return same(a.value, b.value)


# ---- two mistakes in one program


@dataclass(frozen=True)
class Edit:
    """Statements start .. end of a function's body are replaced by others."""

    start: int
    end: int
    statements: Sequence[ast.stmt]


class Recipe:
    """The right function, statement by statement, and what known mistakes make of it.

    solution: a whole program of ours; name: its function. Each wrong program is the solution with
    some statements of that function changed.
    """

    def __init__(self, solution: str, name: str) -> None:
        self.name = name
        self.names: dict[str, Any] = {}
        exec(compile(solution, "<solution>", "exec"), self.names)
        self.function = self._function(solution)
        self.body = self._body(self.function)
        self.texts = [ast.unparse(statement) for statement in self.body]

    def _function(self, code: str) -> ast.FunctionDef:
        tree = ast.parse(code)
        return next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == self.name)

    @staticmethod
    def _body(function: ast.FunctionDef) -> list[ast.stmt]:
        return function.body[ast.get_docstring(function) is not None :]

    def edits(self, mistaken: str) -> list[Edit]:
        """Return how a mistaken program's function differs from the right one."""
        wrong = self._body(self._function(mistaken))
        texts = [ast.unparse(statement) for statement in wrong]
        matcher = difflib.SequenceMatcher(None, self.texts, texts, autojunk=False)
        return [
            Edit(i, j, wrong[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
        ]

    def place(self, edits: Sequence[Edit]) -> int:
        """Return how far from the output a mistake is; what is returned comes before all else."""
        return -1 if edits[-1].end == len(self.body) else edits[0].start

    def merged(self, edits: Sequence[Edit]) -> Callable[..., Any] | None:
        """Return the function with all the edits, or None where two change the same statement."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        for one, other in pairwise(ordered):
            if other.start < one.end or other.start == one.start == one.end == other.end:
                return None
        statements = list(self.body)
        for edit in reversed(ordered):
            statements[edit.start : edit.end] = edit.statements
        merged = copy.copy(self.function)
        merged.body = statements
        names = dict(self.names)
        exec(compile(ast.Module([merged], []), "<mistakes>", "exec"), names)
        made: Callable[..., Any] = names[self.name]
        return made
