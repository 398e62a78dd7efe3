"""The worker's only entry: JSON in, JSON out.

A request is `{"id", "op", "args"}`, where op is a public method of `Bridge` other than
`dispatch` and args are its arguments by name. While it runs, events
`{"id", "event": "output", "stream", "text"}` go through `emit`. The answer is
`{"id", "done": {...}}` or `{"id", "error": {"type", "message", "traceback"?, "line"?, "help"?,
"stopped"?}}`.

What no first cell needs is imported by the operation that needs it, or by `warm`: the boot must
not wait for it.
"""

from __future__ import annotations

import base64
import inspect
import json
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.guard import Guard
from course.lessons import lessons_folder, part
from course.output import Output
from course.runner import Runner

if TYPE_CHECKING:
    from course.exercise import Exercise
    from course.figures import Figure


class LearnerError(Exception):
    """Carries the description of an error in the learner's own code to `dispatch`."""

    def __init__(self, described: dict[str, Any]) -> None:
        super().__init__(described["message"])
        self.described = described


class Bridge:
    """Every operation that the page may ask for is a public method here, and nothing else is.

    emit: takes each event as JSON text. lessons: their folder, by default the one that
    belongs to this package.
    """

    def __init__(self, emit: Callable[[str], None], lessons: Path | None = None) -> None:
        self._emit = emit
        self._request: Any = None  # the id of the request that is being answered
        self._guard = Guard()
        self._runner = Runner(self._guard)
        self._lessons = lessons
        self._figures: dict[tuple[str, str], Figure] = {}
        self._exercises: dict[tuple[str, str], Exercise] = {}

    def dispatch(self, request: str) -> str:
        """Answer one request; whatever happens, the answer is JSON and carries the request's id."""
        self._request = None
        try:
            asked = json.loads(request)
            self._request = asked["id"]
            answer = {"done": self._operation(asked["op"], asked["args"])()}
        except LearnerError as error:
            answer = {"error": error.described}
        except KeyboardInterrupt:
            message = "The code was stopped."
            answer = {"error": {"type": "KeyboardInterrupt", "message": message, "stopped": True}}
        except BaseException as error:
            answer = {
                "error": {
                    "type": type(error).__name__,
                    "message": str(error),
                    "traceback": traceback.format_exc(),
                }
            }
        return json.dumps({"id": self._request, **answer})

    def ping(self) -> dict[str, Any]:
        """Do nothing: for measuring a round trip."""
        return {}

    def warm(self) -> dict[str, Any]:
        """Import what other operations will need; for a moment when nobody waits."""
        import course.checker
        import course.errors
        import course.figures  # noqa: F401

        return {}

    def run(self, cell: str, code: str, lesson: str) -> dict[str, Any]:
        """Run a cell's code in its lesson's namespace.

        Returns {"value"?, "shape"?, "dropped"?}: the last expression's repr, an array's shape
        and dtype, and how many printed characters were beyond the limit.
        """
        output = self._output()
        ran = self._runner.run(cell, code, lesson, output)
        if ran.error is not None:
            raise LearnerError(ran.error)
        done = {"value": ran.value, "shape": ran.shape, "dropped": output.dropped or None}
        return {key: value for key, value in done.items() if value is not None}

    def reset(self, lesson: str) -> dict[str, Any]:
        """Forget every variable of a lesson."""
        self._runner.reset(lesson)
        return {}

    def figure(self, lesson: str, name: str, values: dict[str, Any]) -> dict[str, Any]:
        """Draw a lesson's figure; controls that values leave out keep their declared value.

        Returns {"summary", "svg"} with the markup, or {"summary", "pixels"} with
        {"width", "height", "mode": "grey" or "rgba", "data": base64}.
        """
        from course.figures import Figure
        from course.svg import Pixels

        if (lesson, name) not in self._figures:
            path = part(self._lessons or lessons_folder(), lesson, "figures", name)
            self._figures[lesson, name] = Figure(path)
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
        from course.checker import check
        from course.exercise import Exercise

        if (lesson, name) not in self._exercises:
            folder = part(self._lessons or lessons_folder(), lesson, "exercises", name)
            self._exercises[lesson, name] = Exercise(folder)
        verdict = check(self._exercises[lesson, name], code, self._guard)
        return {key: value for key, value in asdict(verdict).items() if value is not None}

    def _operation(self, op: str, args: dict[str, Any]) -> Callable[[], dict[str, Any]]:
        """Return the call that the request asks for; raises ValueError when there is none."""
        if op.startswith("_") or op == "dispatch" or op not in vars(Bridge):
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
