"""An exercise folder: `start.py solution.py check.py mistakes.py hints.md`.

check.py declares CHECKS, a list of `Function`, `Variable` and `Holds`. mistakes.py holds the known
mistakes: functions of the solution as learners get them wrong, each below `@mistake(...)`.
"""

from __future__ import annotations

import ast
import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np

from course.cells.program import Outcome, Program
from course.exercises.difference import UNTOUCHED, difference
from course.exercises.mistakes import read_mistakes
from course.exercises.search import Search
from course.exercises.shape import wrong_shape
from course.exercises.words import shown
from course.lessons import load, page_folders, slug_of

if TYPE_CHECKING:
    from course.exercises.gradients import Entry

RANDOM_CASES = 20


@dataclass(frozen=True)
class Check(ABC):
    """Something that a program must define under a name, and what is right for it."""

    name: str

    is_function: ClassVar[bool] = False
    reveals: ClassVar[bool] = False  # whether a message may show the expected result
    in_order: ClassVar[bool] = False  # the first case that fails is shown, not the smallest

    @abstractmethod
    def cases(self) -> list[tuple[Any, ...]]:
        """Return the arguments of every case."""

    @abstractmethod
    def run(self, program: Program, cases: Sequence[tuple[Any, ...]]) -> Iterator[Outcome]:
        """Yield what the program does, case by case, running it only when asked."""

    @abstractmethod
    def right(self, cases: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
        """Return the right results of all cases, by each convention."""

    @abstractmethod
    def missing(self, program: Program) -> str | None:
        """Return what to say if the program does not define it."""

    @abstractmethod
    def text(self, arguments: Sequence[str]) -> str:
        """Return the case as the learner would type it, from its arguments' texts."""

    def why(self, differing: Sequence[tuple[Any, Any]], cases: Sequence[tuple[Any, ...]]) -> str:
        """Say what is wrong, from (actual, expected) pairs and their cases, the shown one first."""
        return difference(differing, [self.inputs(case) for case in cases], self.reveals)

    def inputs(self, case: tuple[Any, ...]) -> dict[str, Any]:
        """Return the arguments of a case by name."""
        return {}

    def groups_of(self, count: int | None) -> list[list[int]]:
        """Return the places of results that come from one line each, the first one first.

        count: how many results each case has, or None. A value alone has one group of one place;
        no groups: there is nothing to look for.
        """
        return []

    def where(self, search: Search) -> str:
        """Return what is known of where a program goes wrong that no mistake explains."""
        return ""

    def table(
        self, cases: Sequence[Any], outcomes: Sequence[Outcome], failed: Sequence[int]
    ) -> list[Entry] | None:
        """Return what is shown beside the verdict."""
        return None


@dataclass(frozen=True)
class Function(Check):
    """A function that the learner writes, compared with one that is right on the same inputs.

    expected: the right function; it calls `nn`, never a formula of its own.
    fixed: argument tuples, chosen by the author, the simplest first.
    random: makes more argument tuples from a seeded generator.
    also_right: functions that follow other conventions; agreeing with one throughout passes.
    """

    expected: Callable[..., Any]
    fixed: Sequence[tuple[Any, ...]] = ()
    random: Callable[[np.random.Generator], tuple[Any, ...]] | None = None
    also_right: Sequence[Callable[..., Any]] = ()

    is_function: ClassVar[bool] = True
    reveals: ClassVar[bool] = True

    def cases(self) -> list[tuple[Any, ...]]:
        """Return all argument tuples; the random ones are the same at every check."""
        drawn = (
            []
            if self.random is None
            else [self.random(np.random.default_rng(seed)) for seed in range(RANDOM_CASES)]
        )
        return [*self.fixed, *drawn]

    def run(self, program: Program, cases: Sequence[tuple[Any, ...]]) -> Iterator[Outcome]:
        """Yield what the program's function does, case by case, running it only when asked."""
        for arguments in cases:
            yield program.call(self.name, arguments)

    def right(self, cases: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
        """Return the right results of all cases, by each convention."""
        return [[f(*case) for case in cases] for f in (self.expected, *self.also_right)]

    def missing(self, program: Program) -> str | None:
        """Return what to say if the program has no such function."""
        if not callable(program.namespace.get(self.name)):
            return (
                f"There's no function `{self.name}`. Keep the name that the exercise started with."
            )
        return None

    def text(self, arguments: Sequence[str]) -> str:
        """Return the call as the learner would type it, from its arguments' texts."""
        pairs = self.inputs(tuple(arguments)).items()
        return f"{self.name}({', '.join(f'{name}={text}' for name, text in pairs)})"

    def groups_of(self, count: int | None) -> list[list[int]]:
        """Return each result as a group of its own."""
        return [[i] for i in range(1 if count is None else count)]

    def inputs(self, case: tuple[Any, ...]) -> dict[str, Any]:
        """Return the arguments of a case by name."""
        names = inspect.signature(self.expected).parameters
        return dict(zip(names, case, strict=True))


@dataclass(frozen=True)
class Named(Check):
    """What `Variable` and `Holds` share: a name to which the learner gives a value.

    What is right is not shown: it is the answer, or one of many.
    """

    def cases(self) -> list[tuple[Any, ...]]:
        """Return the one case there is."""
        return [()]

    def missing(self, program: Program) -> str | None:
        """Return what to say if the program has no such variable."""
        if self.name not in program.namespace:
            return (
                f"There's no variable `{self.name}`. Keep the name that the exercise started with."
            )
        return None

    def text(self, arguments: Sequence[str]) -> str:
        """Return the variable's name."""
        return self.name


@dataclass(frozen=True)
class Variable(Named):
    """A variable that the learner gives its value; expected() returns the right one, by `nn`."""

    expected: Callable[[], Any]

    def run(self, program: Program, cases: Sequence[tuple[Any, ...]]) -> Iterator[Outcome]:
        """Yield the variable's value."""
        for _ in cases:
            yield Outcome(program.namespace[self.name])

    def right(self, cases: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
        """Return the right value."""
        return [[self.expected() for _ in cases]]


@dataclass(frozen=True)
class Shape(Variable):
    """A variable that holds an array's shape; expected() returns the right one."""

    def why(self, differing: Sequence[tuple[Any, Any]], cases: Sequence[tuple[Any, ...]]) -> str:
        """Say what is wrong with the shape, without giving it away."""
        return wrong_shape(self.name, *differing[0])


@dataclass(frozen=True)
class Judged:
    """A value of which more than one would do: two are alike when the same is said of them."""

    value: Any = field(compare=False)
    said: str  # what is wrong with it, or nothing

    def __repr__(self) -> str:
        return shown(self.value)


@dataclass(frozen=True)
class Holds(Named):
    """A variable for which any value will do of which `holds` is true.

    holds(value) returns True, or a message that says what the value does instead. What it raises
    is said to be the wrong kind of value. A known mistake is recognised by its message.
    """

    holds: Callable[[Any], bool | str]

    def run(self, program: Program, cases: Sequence[tuple[Any, ...]]) -> Iterator[Outcome]:
        """Yield the variable's value, judged."""
        for _ in cases:
            value = program.namespace[self.name]
            yield Outcome(Judged(value, self.judge(value)))

    def judge(self, value: Any) -> str:
        """Return what is wrong with a value, or nothing."""
        if value is ...:
            return UNTOUCHED
        try:
            verdict = self.holds(value)
        except Exception as error:
            return f"This can't be used as `{self.name}`: {error}"
        if isinstance(verdict, str):
            return verdict
        return "" if verdict else "It doesn't do what the exercise asks."

    def right(self, cases: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
        """Return what stands for every right value."""
        return [[Judged(None, "") for _ in cases]]

    def why(self, differing: Sequence[tuple[Any, Any]], cases: Sequence[tuple[Any, ...]]) -> str:
        """Say what is wrong with the value."""
        return str(differing[0][0].said)


Marked = TypeVar("Marked", bound=Callable[..., Any])


def mistake(
    slug: str, *, see: str | None = None, **values: Iterable[Any]
) -> Callable[[Marked], Marked]:
    """Mark a function that makes a known mistake, in place of the solution's of the same name.

    slug: the diagnosis; the docstring is what the learner is told. see: "#anchor" of the paragraph
    that treats it. values: other values of one of the function's own parameters, each of which
    makes the same mistake in another form. A class of values, or of the methods that go wrong, is
    marked in the same way.
    """
    return lambda marked: marked  # course.mistakes reads the mark


def form(**values: Iterable[Any]) -> Callable[[Marked], Marked]:
    """Mark a function that makes the mistake above it in another form, and comes to other numbers.

    Its name is its own, so that it can call the function above. values: of one of its parameters;
    each makes a form.
    """
    return lambda marked: marked


class Exercise:
    """A loaded exercise. Raises ValueError, naming the file, when a part of it is missing."""

    def __init__(self, folder: Path) -> None:
        for name in ("start.py", "check.py"):
            if not (folder / name).is_file():
                raise ValueError(f"{folder / name} is missing")
        self.name = folder.name
        self.checks: list[Check] = list(load(folder / "check.py").CHECKS)
        self.start = (folder / "start.py").read_text(encoding="utf-8")
        solution = folder / "solution.py"
        self.solution = solution.read_text(encoding="utf-8") if solution.is_file() else ""
        self.mistakes = read_mistakes(folder)

    def is_start(self, code: str) -> bool:
        """Return whether a program, which Python can read, is the start, as it came."""
        return ast.dump(ast.parse(code)) == ast.dump(ast.parse(self.start))

    def described(self) -> dict[str, Any]:
        """Return what is to be written: functions, variables and the mistakes that are known."""
        functions = {
            node.name: node
            for node in ast.parse(self.start).body
            if isinstance(node, ast.FunctionDef)
        }
        return {
            "functions": [
                {
                    "name": check.name,
                    "signature": f"{check.name}({ast.unparse(functions[check.name].args)})",
                    "docstring": ast.get_docstring(functions[check.name]),
                }
                for check in self.checks
                if check.is_function
            ],
            "variables": [check.name for check in self.checks if not check.is_function],
            "mistakes": [mistake.slug for mistake in self.mistakes],
        }


def all_exercises(lessons: Path) -> Iterator[tuple[str, Path]]:
    """Yield ("LESSON/NAME", folder) of every exercise, in the order of the lessons."""
    for page in page_folders(lessons):
        for check in sorted(page.glob("exercises/*/check.py")):
            yield f"{slug_of(page)}/{check.parent.name}", check.parent
