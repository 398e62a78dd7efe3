"""Keeps one run from breaking the next: what learner code may change by accident is put back."""

import ast
import builtins
import contextlib
import inspect
import json
import linecache
import os
import re
import sys
import time
import traceback
from dataclasses import dataclass
from types import ModuleType, TracebackType
from typing import Any, NoReturn

import numpy

import nn
from course.cells.output import Ask, Input, Output, Stream
from course.cells.source import MAIN, finding_cells

OURS: list[ModuleType] = [builtins, os, ast, inspect, json, linecache, re, time, traceback]
# What `heal` looks after, each with its classes: our own modules, and others that they work with.
PARTS = ("course.", "nn.", "numpy.random", "numpy.linalg", "dataclasses")


def refuse_exit(status: int = 0) -> NoReturn:
    """Raise SystemExit where os._exit and os.abort would end Python itself."""
    raise SystemExit(status)


@dataclass(frozen=True)
class Kept:
    """What a module or class held."""

    owner: ModuleType | type
    held: dict[str, Any]

    def heal(self) -> list[str]:
        """Put back what the owner holds no longer, and return the full names."""
        now = vars(self.owner)
        changed = [name for name, value in self.held.items() if now.get(name, self) is not value]
        for name in changed:
            setattr(self.owner, name, self.held[name])
        return [f"{full_name(self.owner)}.{name}" for name in changed]


def kept(module: ModuleType) -> list[Kept]:
    """Return what a module and the classes that it defines hold."""
    names = dict(vars(module))
    own = [it for it in names.values() if isinstance(it, type) and it.__module__ == module.__name__]
    return [Kept(module, names), *(Kept(one, dict(vars(one))) for one in own)]


def full_name(owner: ModuleType | type) -> str:
    """Return how code would name a module or class."""
    if isinstance(owner, ModuleType):
        return owner.__name__
    return f"{owner.__module__}.{owner.__qualname__}"


class Guard:
    """Remembers what is in builtins and modules, the path, the folder and the recursion limit.

    It does so when it is made; `restore` puts them back, at the price of a few dictionary
    updates, and may be called at any time. `heal` does so with all that the course itself is made
    of, and says what it found changed. Names that were added stay. left: code has run since the
    last `restore`.
    """

    def __init__(self) -> None:
        lessons = [m for name, m in sys.modules.items() if name.partition(".")[0] == nn.__name__]
        self._contents: list[tuple[dict[str, Any], dict[str, Any]]] = [
            (vars(module), dict(vars(module))) for module in [*OURS, numpy, *lessons]
        ]
        self._modules = dict(sys.modules)
        self._path = list(sys.path)
        self._folder = os.getcwd()  # noqa: PTH109
        self._recursion_limit = sys.getrecursionlimit()
        self._parts: dict[str, list[Kept]] = {}
        self.left = False
        # Two streams for good: logging and learners keep them from one run to the next.
        self.output = Output(lambda stream, text: None)
        self.streams = Stream(self.output, "stdout"), Stream(self.output, "stderr")

    def prepare(self) -> None:
        """Undo what a background task has done, and remember what of the course has come since."""
        self.restore()
        for name in sys.modules.keys() - self._parts.keys():
            self._parts[name] = kept(sys.modules[name]) if name.startswith(PARTS) else []

    def heal(self) -> list[str]:
        """Put back what is changed in any part of the course, and return its names."""
        self.restore()
        return [name for part in self._parts.values() for one in part for name in one.heal()]

    def lead(self, output: Output) -> None:
        """Let what is printed go to this output from now on."""
        self.output = output
        for stream in self.streams:
            stream.output = output

    def restore(self) -> None:
        """Put everything back. The first lines work even when no builtin is left."""
        for contents, original in self._contents:
            contents.update(original)
        sys.modules.update(self._modules)
        sys.path[:] = self._path
        with contextlib.suppress(OSError):  # the folder itself may be gone
            os.chdir(self._folder)
        sys.setrecursionlimit(self._recursion_limit)
        self.left = False


class Guarded:
    """A `with` block in which learner code runs: its prints go to output, its harm is undone.

    A class and not a generator: leaving it must work without any builtin. ask answers `input()`.
    main: the module `__main__` meanwhile. stays: what is printed later, by a background task for
    example, goes to output too.
    """

    def __init__(
        self,
        guard: Guard,
        output: Output,
        main: ModuleType,
        ask: Ask | None = None,
        *,
        stays: bool = False,
    ) -> None:
        self._guard = guard
        self._main = main
        self._output = output
        self._ask = ask
        self._stays = stays

    def __enter__(self) -> None:
        if self._guard.left:  # an interrupt has cut the last one short, or code runs in code
            self._guard.restore()
        self._guard.left = True
        self._before = self._guard.output
        self._streams = sys.stdin, sys.stdout, sys.stderr
        self._guard.lead(self._output)
        sys.stdin = Input(self._output, self._ask)
        sys.stdout, sys.stderr = self._guard.streams
        sys.modules[MAIN] = self._main
        inspect.getfile = finding_cells(inspect.getfile)  # type: ignore[assignment]
        os._exit = refuse_exit
        os.abort = refuse_exit

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._guard.restore()
        sys.stdin, sys.stdout, sys.stderr = self._streams
        if not self._stays:
            self._guard.lead(self._before)
