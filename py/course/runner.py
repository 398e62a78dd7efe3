"""Runs cells as a notebook does: one namespace a lesson, the last expression's value shown."""

import ast
import linecache
from dataclasses import dataclass
from types import CodeType
from typing import Any

import numpy as np

from course.guard import Guard, Guarded
from course.output import Output

VALUE_LIMIT = 20_000  # characters shown of one value


@dataclass(frozen=True)
class Ran:
    """How a cell ended: with a value to show, with nothing to show, or with an error."""

    value: str | None = None
    shape: str | None = None
    error: dict[str, Any] | None = None


def remember_source(filename: str, code: str) -> None:
    """Let tracebacks and warnings show the lines of code that is in no file."""
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)


def split(code: str, filename: str) -> tuple[CodeType, CodeType | None]:
    """Compile all statements, and apart from them the last one if it is an expression.

    Raises SyntaxError, as compile does.
    """
    tree = ast.parse(code, filename)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        expression = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        last = compile(expression, filename, "eval", dont_inherit=True)
    return compile(tree, filename, "exec", dont_inherit=True), last


def show(value: object) -> Ran:
    """Return the value's repr, cut at VALUE_LIMIT, and for an array its shape and dtype."""
    if value is None:
        return Ran()
    text = repr(value)
    if len(text) > VALUE_LIMIT:
        text = f"{text[:VALUE_LIMIT]} … and {len(text) - VALUE_LIMIT:,} more characters"
    if isinstance(value, np.ndarray):
        return Ran(text, f"{value.shape} {value.dtype}")
    return Ran(text)


class Runner:
    """Holds the namespace of every lesson that ran a cell."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._namespaces: dict[str, dict[str, Any]] = {}

    def reset(self, lesson: str) -> None:
        """Forget every variable of the lesson."""
        self._namespaces.pop(lesson, None)

    def run(self, cell: str, code: str, lesson: str, output: Output) -> Ran:
        """Run a cell's code in its lesson's namespace; never raises for what the code does."""
        namespace = self._namespaces.setdefault(lesson, {"__name__": "__main__"})
        namespace.pop("__warningregistry__", None)  # each run warns again
        filename = f"<cell {cell}>"
        remember_source(filename, code)
        try:
            with Guarded(self._guard, output):
                statements, last = split(code, filename)
                exec(statements, namespace)
                return Ran() if last is None else show(eval(last, namespace))
        except BaseException as error:
            from course.errors import describe  # late: a boot does not wait for it

            return Ran(error=describe(error, filename, namespace))
        finally:
            output.flush()
