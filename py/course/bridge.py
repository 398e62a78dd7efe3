"""The worker's only entry: JSON in, JSON out.

A request is `{"id", "op", "args"}`. op is "ROOM.NAME": a public method of the class that holds a
room's operations (`Cells`, `Figures`, `Exercises`, `Project`, `Home`), args are its arguments by
name. While it runs, events `{"id", "event": "output", "stream", "text"}`, `{"id", "event":
"picture", ...}` (as `course.cells.plots.picture` has it) and `{"id", "event": "input"}` go through
`emit`. The answer is `{"id", "done": {...}}` or `{"id", "error": {"type", "message",
"traceback"?, "line"?, "help"?, "stopped"?}}`. A request that has to wait, for a package or for
what its code awaits, is answered by a coroutine; meanwhile nothing but "bridge.cancel" may be
asked.

A room is imported when it is first asked for something, or by "bridge.warm": the boot must not
wait for what no first cell needs.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

from course import samples
from course.cells.guard import Guard
from course.cells.operations import Cells, LearnerError, Send
from course.cells.output import Ask
from course.cells.packages import Load
from course.cells.rest import Rest
from course.cells.waiting import Waiter
from course.lessons import lessons_folder


class Waiting:
    """Operations "bridge.NAME": what concerns no room."""

    def __init__(self, warm: Callable[[], None], waiter: Waiter | None) -> None:
        self.task: asyncio.Task[Any] | None = None
        self._warm = warm
        self._waiter = waiter

    def cancel(self) -> None:
        """Stop the request that waits, if one does, as an interrupt would."""
        if self._waiter is not None and self._waiter.stop():
            return
        if self.task is not None:
            self.task.cancel()

    def answer(self, line: str) -> None:
        """Give the code that waits for a line what the learner typed."""
        if self._waiter is not None:
            self._waiter.wake(line)

    def ping(self) -> None:
        """Do nothing: for measuring a round trip."""

    def warm(self) -> None:
        """Import what other operations will need; for a moment when nobody waits."""
        self._warm()


class Bridge:
    """Answers requests, each by the room that it names.

    emit: takes each event as JSON text. lessons: their folder, by default the one that
    belongs to this package. load: brings packs, see `course.cells.packages`. ask: waits for a
    line that the learner types; without it `input()` raises EOFError. guard: its own by default.
    waiter: what Python waits by, where it can be suspended. late: what of Python is still to come.
    """

    def __init__(
        self,
        emit: Callable[[str], None],
        lessons: Path | None = None,
        load: Load | None = None,
        ask: Ask | None = None,
        guard: Guard | None = None,
        waiter: Waiter | None = None,
        late: Rest | None = None,
    ) -> None:
        self._emit = emit
        self._request: Any = None  # the id of the request that is being answered
        self._lessons, self._load = lessons, load
        samples.bring = load
        self._guard = guard or Guard()
        self._waiting = Waiting(self._warm, waiter)
        self._cells = Cells(self._guard, self._events, load, ask, late)
        self._rooms: dict[str, object] = {"bridge": self._waiting, "cells": self._cells}

    def dispatch(self, request: str) -> str | Coroutine[Any, Any, str]:
        """Answer one request; whatever happens, the answer is JSON and carries the request's id.

        Raises KeyboardInterrupt where one comes before the id is known or after the answer is
        made: then only the caller can answer.
        """
        before, self._request = self._request, None
        beside = False  # it concerns the request under way, of which events go on to be
        try:
            asked = json.loads(request)
            self._request = asked["id"]
            beside = asked["op"].startswith("bridge.")
            done = self._operation(asked["op"], asked["args"])()
            if isinstance(done, Coroutine):
                return self._later(self._request, done)
            answer = {"done": plain(done)}
        except BaseException as error:
            if self._request is None and isinstance(error, KeyboardInterrupt):
                raise
            answer = {"error": describe_any(error)}
        told = json.dumps({"id": self._request, **answer})
        if beside:
            self._request = before
        return told

    def cancel(self) -> None:
        """Stop the request that waits, if one does."""
        self._waiting.cancel()

    async def _later(self, request: Any, done: Coroutine[Any, Any, Any]) -> str:
        self._waiting.task = asyncio.current_task()
        try:
            answer = {"done": plain(await done)}
        except BaseException as error:
            answer = {"error": describe_any(error)}
        self._waiting.task = None
        return json.dumps({"id": request, **answer})

    def _operation(self, op: str, args: dict[str, Any]) -> Callable[[], Any]:
        """Return the call that the request asks for; raises ValueError when there is none."""
        name, _, method_name = op.partition(".")
        room = self._room(name)
        method = vars(type(room)).get(method_name)
        if method_name.startswith("_") or not isinstance(method, FunctionType):
            raise ValueError(f"there is no operation {op!r}")
        try:
            inspect.signature(method).bind(room, **args)
        except TypeError as error:
            raise ValueError(f"operation {op}: {error}") from error
        return lambda: method(room, **args)

    def _room(self, name: str) -> object:
        """Return a room's operations, made when they are first asked for."""
        if name not in self._rooms:
            self._rooms[name] = self._made(name)
        return self._rooms[name]

    def _made(self, name: str) -> object:
        match name:
            case "figures":
                from course.figures.operations import Figures

                return Figures(self._lessons or lessons_folder())
            case "exercises":
                from course.exercises.operations import Exercises

                return Exercises(
                    self._lessons or lessons_folder(), self._guard, self._cells.packages
                )
            case "project":
                from course.project.operations import Project

                return Project(self._guard, self._load)
            case "home":
                from course.home.operations import Home
                from course.project.operations import Project

                project = self._room("project")
                assert isinstance(project, Project)
                return Home(project)
        return None

    def _warm(self) -> None:
        import course.cells.errors  # noqa: F401

        self._room("exercises")
        self._room("figures")

    def _events(self) -> Send:
        """Return what sends events of the current request to the page."""
        request = self._request

        def send(**event: Any) -> None:
            self._emit(json.dumps({"id": request, **event}))

        return send


def plain(answer: Any) -> Any:
    """Return an operation's answer as JSON holds it: a dataclass without what is None."""
    if is_dataclass(answer):
        told = ((field.name, getattr(answer, field.name)) for field in fields(answer))
        return {name: value for name, value in told if value is not None}
    return {} if answer is None else answer


def describe_any(error: BaseException) -> dict[str, Any]:
    """Return the error part of an answer, for whatever was raised."""
    if isinstance(error, LearnerError):
        return error.described
    if isinstance(error, KeyboardInterrupt | asyncio.CancelledError):
        message = "The code was stopped."
        return {"type": "KeyboardInterrupt", "message": message, "stopped": True}
    if isinstance(error, ImportError):
        return {"type": type(error).__name__, "message": str(error)}
    return {
        "type": type(error).__name__,
        "message": str(error),
        "traceback": traceback.format_exc(),
    }
