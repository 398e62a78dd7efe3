"""Runs a learner's program for a check: apart from everything else, and never for too long."""

import ast
import copy
import math
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from course.cells.errors import describe
from course.cells.guard import Guard, Guarded
from course.cells.numbers import CHECKED, WATCH, Watched, checked
from course.cells.output import Output
from course.cells.source import new_main, remember_source

PRINTED = 2_000  # characters kept of what one call prints
TICK = "<tick>"  # a name that nobody can type


class OutOfTime(BaseException):
    """The program had its time. No BaseException of the learner's catches it for good."""

    def __init__(self) -> None:
        super().__init__("The code took too long.")


class Ticking(ast.NodeTransformer):
    """Puts a call of TICK at the head of every loop, comprehension and function.

    It raises once the time is over, again at every round: `except:` around it does not help.
    This works where there are no signals and no threads, as in the browser.
    """

    def _ticking(self, node: Any) -> Any:
        self.generic_visit(node)
        documented = isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None
        node.body.insert(1 if documented else 0, ast.Expr(self._call()))
        return node

    visit_For = visit_While = visit_FunctionDef = _ticking  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Tick for every element; TICK returns True."""
        self.generic_visit(node)
        node.ifs.insert(0, self._call())
        return node

    @staticmethod
    def _call() -> ast.Call:
        return ast.Call(ast.Name(TICK, ast.Load()), [], [])


# Kept, since a check runs every known mistake of an exercise, or two at once (up to 640 programs),
# and the next check does so again.
@lru_cache(maxsize=1024)
def ticking(code: str, filename: str) -> CodeType:
    """Compile a program whose every loop and call looks at the time."""
    return compiled(ast.parse(code, filename), filename)


def compiled(tree: ast.Module, filename: str) -> CodeType:
    """Compile a program, given as a tree, in that way; the tree is changed."""
    tree = Ticking().visit(tree)
    if WATCH.everywhere:
        tree = Watched(everywhere=True).visit(tree)
    return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


def copied(tree: Any) -> Any:
    """Return a copy of a syntax tree, in a quarter of the time that `copy.deepcopy` takes."""
    if isinstance(tree, list):
        return [copied(part) for part in tree]
    if not isinstance(tree, ast.AST):
        return tree
    copy = type(tree)(**{name: copied(part) for name, part in ast.iter_fields(tree)})
    return ast.copy_location(copy, tree)


@dataclass(frozen=True)
class Outcome:
    """What one call did: it returned a value or raised; and what became of its arguments."""

    value: Any = None
    raised: BaseException | None = None
    arguments: tuple[Any, ...] = ()
    printed: str = ""

    @property
    def timed_out(self) -> bool:
        """Whether the call was ended because its time was over."""
        return isinstance(self.raised, OutOfTime)


class Program:
    """A program in a namespace of its own; everything it does shares `seconds` of time.

    rounds: how many loops, comprehensions and functions it has begun; at most `most`.
    """

    def __init__(
        self, code: str, name: str, guard: Guard, seconds: float, most: float = math.inf
    ) -> None:
        self.code = code
        self._filename = f"<cell {name}>"
        self._guard = guard
        self.rounds, self._most = 0, most
        self.allow(seconds)
        self._main = new_main()
        self.namespace = vars(self._main)
        self.namespace.update({TICK: self._tick, CHECKED: checked})

    def allow(self, seconds: float) -> None:
        """Give the program new time, from now on."""
        self._deadline = time.monotonic() + seconds

    def load(self) -> Outcome:
        """Run the program's top level."""
        remember_source(self._filename, self.code)
        return self._outcome(lambda: exec(ticking(self.code, self._filename), self.namespace))

    def define(self, statement: ast.stmt) -> Outcome:
        """Run another statement at the top level, such as a function in place of one before."""
        tree = ast.Module([copied(statement)], [])
        return self._outcome(lambda: exec(compiled(tree, self._filename), self.namespace))

    def call(self, name: str, arguments: Sequence[Any]) -> Outcome:
        """Call one of the program's functions with copies of the arguments."""
        copies = tuple(copy.deepcopy(arguments))
        return self._outcome(lambda: self.namespace[name](*copies), copies)

    def describe(self, error: BaseException) -> dict[str, Any]:
        """Return an error of the program as `course.errors.describe` has it."""
        return describe(error, self._filename, self.namespace)

    def _outcome(self, run: Callable[[], Any], arguments: tuple[Any, ...] = ()) -> Outcome:
        pieces: list[str] = []
        output = Output(lambda stream, text: pieces.append(text))
        guarded = Guarded(self._guard, output, self._main)
        done: dict[str, Any] = {}
        try:
            # What the program warns of is no part of the check.
            with warnings.catch_warnings(action="ignore"), guarded:
                value = run()
                if any(map(holds_itself, (value, *arguments))):
                    raise ValueError("A list contains itself, so it has no end.")
                done["value"] = value
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            done["raised"] = error
        output.flush()
        return Outcome(**done, arguments=arguments, printed=shortened("".join(pieces)))

    def _tick(self) -> bool:
        self.rounds += 1
        if self.rounds > self._most or time.monotonic() > self._deadline:
            raise OutOfTime
        return True


def holds_itself(value: Any, around: tuple[int, ...] = ()) -> bool:
    """Return whether a list is somewhere inside itself: nothing that walks through it ends."""
    if not isinstance(value, list | tuple | dict):
        return False
    inside = (*around, id(value))
    parts = value.values() if isinstance(value, dict) else value
    return any(id(part) in inside or holds_itself(part, inside) for part in parts)


def shortened(text: str) -> str:
    """Return the beginning of what was printed."""
    return text if len(text) <= PRINTED else f"{text[:PRINTED]}\n… and more"
