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
from types import ModuleType, TracebackType
from typing import Any, NoReturn

import numpy

import nn
from course.cells.output import Ask, Input, Output, Stream
from course.cells.source import MAIN, finding_cells

OURS: list[ModuleType] = [builtins, os, ast, inspect, json, linecache, re, time, traceback]


def refuse_exit(status: int = 0) -> NoReturn:
    """Raise SystemExit where os._exit and os.abort would end Python itself."""
    raise SystemExit(status)


class Guard:
    """Remembers what is in builtins and modules, the path, the folder and the recursion limit.

    It does so when it is made; `restore` puts them back, at the price of a few dictionary
    updates, and may be called at any time. Names that were added stay.
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
        # Two streams for good: logging and learners keep them from one run to the next.
        self.output = Output(lambda stream, text: None)
        self.streams = Stream(self.output, "stdout"), Stream(self.output, "stderr")

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
        self._guard.restore()  # an interrupt may have cut the last one short
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
