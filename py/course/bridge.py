"""The worker's only entry: JSON in, JSON out.

A request is `{"id", "op", "args"}`, where op is a public method of `Bridge` other than
`dispatch` and args are its arguments by name. While it runs, events
`{"id", "event": "output", "stream", "text"}`, `{"id", "event": "picture", ...}` (as
`course.plots.picture` has it) and `{"id", "event": "input"}` go through `emit`. The answer is
`{"id", "done": {...}}` or `{"id", "error": {"type", "message", "traceback"?, "line"?, "help"?,
"stopped"?}}`. A request that has to wait, for a package or for what its code awaits, is answered
by a coroutine; meanwhile nothing but `cancel` may be asked.

What no first cell needs is imported by the operation that needs it, or by `warm`: the boot must
not wait for it.
"""

from __future__ import annotations

import asyncio
import base64
import inspect
import json
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.cells.guard import Guard
from course.cells.output import Ask, Output
from course.cells.packages import Load, Packages
from course.cells.runner import Ran, Runner, awaits
from course.home.operations import TakeHomeOperations
from course.lessons import lessons_folder, part

if TYPE_CHECKING:
    from course.exercises.exercise import Exercise
    from course.exercises.learning import Learning
    from course.figures.figure import Figure


class LearnerError(Exception):
    """Carries the description of an error in the learner's own code to `dispatch`."""

    def __init__(self, described: dict[str, Any]) -> None:
        super().__init__(described["message"])
        self.described = described


class Bridge(TakeHomeOperations):
    """Every operation that the page may ask for is a public method, and nothing else is.

    emit: takes each event as JSON text. lessons: their folder, by default the one that
    belongs to this package. load: brings packs, see `course.packages`. ask: waits for a line
    that the learner types; without it `input()` raises EOFError. guard: one of its own by default.
    """

    def __init__(
        self,
        emit: Callable[[str], None],
        lessons: Path | None = None,
        load: Load | None = None,
        ask: Ask | None = None,
        guard: Guard | None = None,
    ) -> None:
        self._emit = emit
        self._request: Any = None  # the id of the request that is being answered
        self._waiting: asyncio.Task[Any] | None = None
        self._packages = Packages(load)
        self._guard = guard or Guard()
        self._runner = Runner(self._guard, ask and self._asking(ask))
        self._lessons = lessons
        self._figures: dict[tuple[str, str], Figure] = {}
        self._exercises: dict[tuple[str, str], Exercise] = {}
        self._learning: dict[tuple[str, str], Learning] = {}
        TakeHomeOperations.__init__(self, self._guard, load)

    def dispatch(self, request: str) -> str | Coroutine[Any, Any, str]:
        """Answer one request; whatever happens, the answer is JSON and carries the request's id.

        Raises KeyboardInterrupt where one comes before the id is known or after the answer is
        made: then only the caller can answer.
        """
        self._request = None
        try:
            asked = json.loads(request)
            self._request = asked["id"]
            done = self._operation(asked["op"], asked["args"])()
            if isinstance(done, Coroutine):
                return self._later(self._request, done)
            answer = {"done": done}
        except BaseException as error:
            if self._request is None and isinstance(error, KeyboardInterrupt):
                raise
            answer = {"error": describe_any(error)}
        return json.dumps({"id": self._request, **answer})

    async def _later(self, request: Any, done: Coroutine[Any, Any, dict[str, Any]]) -> str:
        self._waiting = asyncio.current_task()
        try:
            answer = {"done": await done}
        except BaseException as error:
            answer = {"error": describe_any(error)}
        self._waiting = None
        return json.dumps({"id": request, **answer})

    def cancel(self) -> dict[str, Any]:
        """Stop the request that waits, if one does, as an interrupt would."""
        if self._waiting is not None:
            self._waiting.cancel()
        return {}

    def ping(self) -> dict[str, Any]:
        """Do nothing: for measuring a round trip."""
        return {}

    def warm(self) -> dict[str, Any]:
        """Import what other operations will need; for a moment when nobody waits."""
        import course.cells.complete
        import course.cells.errors
        import course.exercises.checker
        import course.figures.figure  # noqa: F401

        return {}

    def run(
        self, cell: str, code: str, lesson: str, ink: str = "black"
    ) -> dict[str, Any] | Coroutine[Any, Any, dict[str, Any]]:
        """Run a cell's code in its lesson's namespace; ink is the colour of text in pictures.

        Returns {"value"?, "shape"?, "dropped"?}: the last expression's repr, an array's shape
        and dtype, and how many printed characters were beyond the limit.
        """
        output = self._output()
        packages = self._packages.wanted(code)
        ran = self._runner.run(cell, code, lesson, output, self._pictures(output), ink)
        running = self._run(packages, ran, output)
        return running if packages or awaits(code) else finished(running)

    async def _run(
        self, packages: list[str], ran: Coroutine[Any, Any, Ran], output: Output
    ) -> dict[str, Any]:
        try:
            await self._packages.bring(packages)
        except BaseException:
            ran.close()
            raise
        end = await ran
        if end.error is not None:
            raise LearnerError(end.error)
        done = {"value": end.value, "shape": end.shape, "dropped": output.dropped or None}
        return {key: value for key, value in done.items() if value is not None}

    def complete(self, lesson: str, before: str) -> dict[str, Any]:
        """Return names for a line's text before the cursor, as `course.complete` has them."""
        from course.cells.complete import complete

        return complete(before, self._runner.names(lesson))

    def reset(self, lesson: str) -> dict[str, Any]:
        """Forget every variable of a lesson."""
        self._runner.reset(lesson)
        return {}

    def figure(self, lesson: str, name: str, values: dict[str, Any]) -> dict[str, Any]:
        """Draw a lesson's figure; controls that values leave out keep their declared value.

        Returns {"summary", "svg"} with the markup, or {"summary", "pixels"} with
        {"width", "height", "mode": "grey" or "rgba", "data": base64}.
        """
        from course.figures.figure import Figure
        from course.figures.svg import Pixels

        if (lesson, name) not in self._figures:
            self._figures[lesson, name] = Figure(self._part(lesson, "figures", name))
        drawing = self._figures[lesson, name].draw(values)
        if isinstance(drawing, Pixels):
            data = base64.b64encode(drawing.data).decode("ascii")
            size = {"width": drawing.width, "height": drawing.height, "mode": drawing.mode}
            return {"summary": drawing.summary, "pixels": {**size, "data": data}}
        return {"summary": drawing.summary, "svg": drawing.markup()}

    def check(self, lesson: str, name: str, code: str) -> dict[str, Any]:
        """Check a learner's program for an exercise.

        Returns the fields of `course.checker.Verdict` that are not None.
        """
        from course.exercises.checker import check

        verdict = check(self._exercise(lesson, name), code, self._guard)
        return {key: value for key, value in asdict(verdict).items() if value is not None}

    def learn(
        self, lesson: str, name: str, data: str, code: str | None, anew: bool
    ) -> dict[str, Any]:
        """Train a lesson's network up to its next picture, as `course.learning` has it.

        code: the learner's program, or None for ours; anew: only show the untrained network, and
        run nothing. Returns {"svg", "summary", "done"}, done when no epoch is left.
        """
        from course.exercises.learning import Learning, TrainingError

        if (lesson, name) not in self._learning:
            figure = self._part(lesson, "figures", name)
            exercise = self._exercise(lesson, name)
            self._learning[lesson, name] = Learning(figure, exercise, self._guard)
        learning = self._learning[lesson, name]
        try:
            run, drawing = learning.begin(data) if anew else learning.advance(data, code)
        except TrainingError as error:
            described = {"type": "TrainingError", "message": str(error), "line": error.line}
            raise LearnerError(described) from error
        return {"svg": drawing.markup(), "summary": drawing.summary, "done": run.done}

    def _exercise(self, lesson: str, name: str) -> Exercise:
        from course.exercises.exercise import Exercise

        if (lesson, name) not in self._exercises:
            self._exercises[lesson, name] = Exercise(self._part(lesson, "exercises", name))
        return self._exercises[lesson, name]

    def _part(self, lesson: str, kind: str, name: str) -> Path:
        return part(self._lessons or lessons_folder(), lesson, kind, name)

    def _operation(self, op: str, args: dict[str, Any]) -> Callable[[], dict[str, Any]]:
        """Return the call that the request asks for; raises ValueError when there is none."""
        if op.startswith("_") or op == "dispatch" or not hasattr(Bridge, op):
            raise ValueError(f"the bridge has no operation {op!r}")
        method = getattr(self, op)
        try:
            inspect.signature(method).bind(**args)
        except TypeError as error:
            raise ValueError(f"operation {op}: {error}") from error
        return lambda: method(**args)

    def _output(self) -> Output:
        """Return an Output whose text goes to the page as events of the current request."""
        request = self._request

        def send(stream: str, text: str) -> None:
            self._emit(
                json.dumps({"id": request, "event": "output", "stream": stream, "text": text})
            )

        return Output(send)

    def _asking(self, ask: Ask) -> Ask:
        """Tell the page that code waits for a line, then wait for it."""

        def answer() -> str:
            self._emit(json.dumps({"id": self._request, "event": "input"}))
            return ask()

        return answer

    def _pictures(self, output: Output) -> Callable[[dict[str, Any]], None]:
        """Return a function that sends a picture to the page, after what was printed before it."""
        request = self._request

        def send(picture: dict[str, Any]) -> None:
            output.flush()
            self._emit(json.dumps({"id": request, "event": "picture", **picture}))

        return send


def finished(running: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """Run a coroutine that waits for nothing, and return what it does."""
    try:
        running.send(None)
    except StopIteration as end:
        value: dict[str, Any] = end.value
        return value
    raise RuntimeError("this was not to wait for anything")


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
