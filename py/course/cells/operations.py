"""What the page asks of cells: run one, complete a name, list or forget a lesson's variables."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, NotRequired, TypedDict

from course.cells.complete import Completion, complete
from course.cells.guard import Guard
from course.cells.habits import plain_python
from course.cells.output import Ask, Output
from course.cells.packages import Load, Packages
from course.cells.rest import Rest
from course.cells.runner import Ran, Runner, awaits
from course.cells.variables import Variable, variables

# Sends an event of one request to the page, as its fields by name.
Send = Callable[..., None]


class Finished(TypedDict):
    """What a cell came to: the last expression's repr, an array's shape and dtype."""

    value: NotRequired[str]
    shape: NotRequired[str]
    dropped: NotRequired[int]  # printed characters beyond the limit


class LearnerError(Exception):
    """Carries the description of an error in the learner's own code to the page."""

    def __init__(self, described: dict[str, Any]) -> None:
        super().__init__(described["message"])
        self.described = described


class Cells:
    """Operations "cells.NAME". events: makes the Send of the request that is being answered.

    load: brings packs, see `course.cells.packages`. ask: waits for a line that the learner types;
    without it `input()` raises EOFError. late: what of Python is still to come.
    """

    def __init__(
        self,
        guard: Guard,
        events: Callable[[], Send],
        load: Load | None,
        ask: Ask | None,
        late: Rest | None = None,
    ) -> None:
        self._events = events
        self.packages = Packages(load, late=late)
        self._runner = Runner(guard, ask and self._asking(ask))

    def run(
        self,
        cell: str,
        code: str,
        lesson: str,
        ink: str = "black",
        passed: dict[str, str] | None = None,
    ) -> Finished | Coroutine[Any, Any, Finished]:
        """Run a cell's code in its lesson's namespace; ink is the color of text in pictures.

        passed: the reader's programs that have passed, by exercise, which the code may import.
        """
        code = plain_python(code)
        send = self._events()
        output = Output(lambda stream, text: send(event="output", stream=stream, text=text))

        def show(picture: dict[str, Any]) -> None:
            output.flush()  # what was printed before it
            send(event="picture", **picture)

        packages = self.packages.wanted(code)
        ran = self._runner.run(cell, code, lesson, output, show, ink, passed)
        running = self._run(packages, ran, output)
        return running if packages or awaits(code) else finished(running)

    async def _run(
        self, packages: list[str], ran: Coroutine[Any, Any, Ran], output: Output
    ) -> Finished:
        try:
            await self.packages.bring(packages)
        except BaseException:
            ran.close()
            raise
        end = await ran
        if end.error is not None:
            raise LearnerError(end.error)
        done: Finished = {}
        if end.value is not None:
            done["value"] = end.value
        if end.shape is not None:
            done["shape"] = end.shape
        if output.dropped:
            done["dropped"] = output.dropped
        return done

    def complete(self, lesson: str, before: str) -> Completion:
        """Return names for a line's text before the cursor, as `course.cells.complete` has them."""
        return complete(before, self._runner.names(lesson))

    def variables(self, lesson: str) -> list[Variable]:
        """Return what a lesson's cells have named, in that order."""
        return variables(self._runner.names(lesson))

    def reset(self, lesson: str) -> None:
        """Forget every variable of a lesson."""
        self._runner.reset(lesson)

    def _asking(self, ask: Ask) -> Ask:
        """Tell the page that code waits for a line, then wait for it."""

        def answer() -> str:
            self._events()(event="input")
            return ask()

        return answer


def finished(running: Coroutine[Any, Any, Finished]) -> Finished:
    """Run a coroutine that waits for nothing, and return what it does."""
    try:
        running.send(None)
    except StopIteration as end:
        value: Finished = end.value
        return value
    raise RuntimeError("this was not to wait for anything")
