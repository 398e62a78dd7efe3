"""Runs cells as a notebook does: one namespace a lesson, the last expression's value shown."""

import ast
import asyncio
import builtins
import contextlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import CO_COROUTINE
from types import CodeType, CoroutineType, ModuleType
from typing import Any

import numpy as np

from course.cells import mine
from course.cells.guard import Guard, Guarded
from course.cells.numbers import CHECKED, WATCH, Watched, checked
from course.cells.output import Ask, Output
from course.cells.source import new_main, remember_source

VALUE_LIMIT = 20_000  # characters shown of one value
AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

Emit = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Ran:
    """How a cell ended: with a value to show, with nothing to show, or with an error."""

    value: str | None = None
    shape: str | None = None
    error: dict[str, Any] | None = None


def split(code: str, filename: str) -> tuple[CodeType, CodeType | None]:
    """Compile all statements, and apart from them the last one if it is an expression to be shown.

    Raises SyntaxError, as compile does.
    """
    tree = Watched().visit(ast.parse(code, filename))
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not silenced(code, tree.body[-1]):
        expression = ast.Expression(tree.body.pop().value)
        last = compile(expression, filename, "eval", AWAIT, dont_inherit=True)
    return compile(tree, filename, "exec", AWAIT, dont_inherit=True), last


def silenced(code: str, last: ast.stmt) -> bool:
    """Return whether a semicolon after the last statement says that its value is not wanted."""
    assert last.end_lineno is not None
    line = code.encode().split(b"\n")[last.end_lineno - 1]
    return line[last.end_col_offset :].lstrip().startswith(b";")


def awaits(code: str) -> bool:
    """Return whether the code waits for something at its top level."""
    if "await" not in code and "async" not in code:
        return False
    try:
        return any(part and waits(part) for part in split(code, "<cell>"))
    except (SyntaxError, ValueError):
        return False


def waits(code: CodeType) -> bool:
    """Return whether compiled code is a coroutine's."""
    return bool(code.co_flags & CO_COROUTINE)


async def evaluate(code: CodeType, namespace: dict[str, Any]) -> Any:
    """Run compiled code to its end and return its value."""
    value = eval(code, namespace)
    return await value if waits(code) else value


def show(value: object) -> Ran:
    """Return the value's repr, cut at VALUE_LIMIT, and for an array its shape and dtype.

    Raises RuntimeError for a coroutine, since nothing has run it.
    """
    if value is None:
        return Ran()
    if isinstance(value, CoroutineType):
        value.close()
        raise RuntimeError(f"coroutine '{value.__qualname__}' was never awaited")
    text = repr(value)
    if len(text) > VALUE_LIMIT:
        text = f"{text[:VALUE_LIMIT]} … and {len(text) - VALUE_LIMIT:,} more characters"
    if isinstance(value, np.ndarray):
        return Ran(text, f"{value.shape} {value.dtype}")
    return Ran(text)


class Runner:
    """Holds the variables of every lesson that ran a cell, as a module of its own."""

    def __init__(self, guard: Guard, ask: Ask | None = None) -> None:
        self._guard = guard
        self._ask = ask
        self._mains: dict[str, ModuleType] = {}

    def reset(self, lesson: str) -> None:
        """Forget every variable of the lesson."""
        self._mains.pop(lesson, None)

    def names(self, lesson: str) -> dict[str, Any]:
        """Return the lesson's variables."""
        return vars(self._main(lesson))

    def _main(self, lesson: str) -> ModuleType:
        if lesson not in self._mains:
            self._mains[lesson] = new_main()
            self.names(lesson).update({"display": display, CHECKED: checked})
        return self._mains[lesson]

    async def run(
        self,
        cell: str,
        code: str,
        lesson: str,
        output: Output,
        show_picture: Emit = lambda picture: None,
        ink: str = "black",
        passed: Mapping[str, str] | None = None,
    ) -> Ran:
        """Run a cell's code in its lesson's namespace; never raises for what the code does.

        It waits for nothing unless `awaits(code)`. Pictures go to show_picture; ink is the
        colour of their letters. passed: what `course.cells.mine` offers the code.
        """
        self._guard.prepare()
        namespace = self.names(lesson)
        namespace["__builtins__"] = builtins
        namespace.pop("__warningregistry__", None)  # each run warns again
        filename = f"<cell {cell}>"
        remember_source(filename, code)
        WATCH.take()
        sys.modules[mine.NAME] = mine.Mine(lesson, passed or {})
        try:
            with Guarded(self._guard, output, self._main(lesson), self._ask, stays=True):
                prepare_pictures(show_picture, ink)
                try:
                    statements, last = split(code, filename)
                    await evaluate(statements, namespace)
                    value = None if last is None else await evaluate(last, namespace)
                except Exception:
                    show_unfinished()
                    raise
                return Ran() if finish_pictures(value) else show(value)
        except BaseException as error:
            from course.cells.errors import describe  # late: a boot does not wait for it

            if isinstance(error, asyncio.CancelledError):  # how a stop reaches an `await`
                error = KeyboardInterrupt().with_traceback(error.__traceback__)
            return Ran(error=describe(error, filename, namespace))
        finally:
            changed = self._guard.heal()
            sys.modules.pop(mine.NAME, None)
            output.note(WATCH.take())
            output.note(put_back(changed))
            output.end()


def put_back(changed: list[str]) -> str:
    """Say that what the whole page works with was changed, and is as before."""
    if not changed:
        return ""
    return f"This code changed {changed[0]}, which the page itself uses, so it was put back.\n"


def display(*things: object) -> None:
    """Show things in the middle of a cell, as its last value is shown."""
    for thing in things:
        if not show_figure(thing):
            print(repr(thing))


def show_figure(thing: object) -> bool:
    """Show a figure of Matplotlib's at once; False for anything else."""
    if "matplotlib" not in sys.modules:
        return False
    from course.cells import plots

    return plots.show_one(thing)


def prepare_pictures(show_picture: Emit, ink: str) -> None:
    """Let Matplotlib, where it is there, draw for this cell."""
    if "matplotlib" in sys.modules:
        from course.cells import plots

        plots.begin(show_picture, ink)


def show_unfinished() -> None:
    """Show what was drawn before an error: it may tell why."""
    with contextlib.suppress(Exception):
        finish_pictures(None)


def finish_pictures(value: object) -> bool:
    """Show what was drawn without `plt.show()`; returns whether value is a figure, shown too."""
    if "matplotlib" not in sys.modules:
        return False
    from course.cells import plots

    return plots.finish(value)
