"""Runs the learner's program on the course's page, as often as they like.

The page and this program tell each other of everything by events on the page's element [data-app]:
"run" and "stop" come from the page, "program" goes there. It shows mistakes as the lessons' cells
do, and ends a loop that never ends.
"""

import ast
import asyncio
import contextlib
import io
import json
import sys
import time
from collections.abc import Mapping
from inspect import isawaitable
from pathlib import Path
from types import CodeType

import check
from lacking import Lacking, Main
from pyodide.code import CodeRunner
from pyodide.ffi import create_proxy
from pyscript import document, window
from pyscript.ffi import to_js
from pyscript.js_modules import onnxruntime as ort

from course.cells.errors import describe, filename_of, learners_places, public_type
from course.cells.source import remember_source
from course.home.files import onnx_bytes
from course.project.network import restored

NAME = "<cell main.py>"
LIMIT = 4.0  # seconds that the program may keep the page from answering
OWN = Path("models/my_network.onnx")
page = document.querySelector("[data-app]")


class EndlessLoop(BaseException):
    """Raised in a loop that kept the page from responding; `except Exception` doesn't catch it."""


class Watchdog:
    """Raises EndlessLoop in the program's code when it loops for too long.

    Python tells of every jump in the watched code. The first one in a turn of the event loop
    starts the clock, and the turn's end stops it.
    """

    def __init__(self) -> None:
        self.started: float | None = None
        self.loop = asyncio.get_running_loop()
        self.tool = sys.monitoring.DEBUGGER_ID
        sys.monitoring.use_tool_id(self.tool, "watchdog")
        sys.monitoring.register_callback(self.tool, sys.monitoring.events.JUMP, self.jumped)

    def watch(self, code: CodeType) -> None:
        """Watch this code and all functions and classes in it."""
        sys.monitoring.set_local_events(self.tool, code, sys.monitoring.events.JUMP)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.watch(constant)

    def jumped(self, _code: CodeType, _start: int, _target: int) -> None:
        now = time.monotonic()
        if self.started is None:
            self.started = now
            self.loop.call_soon(self.turn_ended)
        elif now - self.started > LIMIT:
            self.started = now  # what cleans up after the loop has its own time
            raise EndlessLoop(f"the page couldn't respond for {LIMIT:.0f} seconds")

    def turn_ended(self) -> None:
        self.started = None


class Printed(io.TextIOBase):
    """Takes what the program prints."""

    def write(self, text: str) -> int:
        tell(printed=text)
        return len(text)


def tell(**what: object) -> None:
    """Tell the page."""
    page.dispatchEvent(window.CustomEvent.new("program", to_js({"detail": json.dumps(what)})))


class Program:
    """The learner's program: at most one runs, and nothing of it is left when the next begins."""

    def __init__(self) -> None:
        self.watchdog = Watchdog()
        self.loop = asyncio.get_running_loop()
        self.create_task = self.loop.create_task
        self.loop.create_task = self.created
        self.running: asyncio.Task | None = None
        self.tasks: set[asyncio.Task] = set()
        self.sessions: list = []
        self.create_session = ort.InferenceSession.create
        ort.InferenceSession.create = create_proxy(self.session)
        self.main: dict[str, object] = {}
        self.told: list[dict] = []  # the errors of this run

    def created(self, coroutine, **options):
        """Make a task of the program's, and hear of its error at once, not when it's forgotten."""
        task = self.create_task(coroutine, **options)
        self.tasks.add(task)
        task.add_done_callback(lambda done: done.cancelled() or self.failed(done.exception()))
        return task

    async def session(self, *graph):
        """Open a graph for the program."""
        self.sessions.append(await self.create_session(*graph))
        return self.sessions[-1]

    def end(self) -> None:
        """End the program that runs now."""
        for task in (*self.tasks, *([self.running] if self.running else [])):
            task.cancel()
        self.tasks.clear()
        for session in self.sessions:
            with contextlib.suppress(Exception):  # it may be computing: then it's lost, not the run
                session.release()
        self.sessions.clear()

    def begin(self, event) -> None:
        """Run a program: event.detail is JSON of its `code`, `step`, and `network`."""
        self.end()
        asked = json.loads(event.detail)
        self.running = self.create_task(self.run(**asked))

    def stop(self, _event) -> None:
        """End the program at the learner's wish."""
        self.end()
        tell(state="stopped")

    async def run(self, code: str, step: int | None, network: dict | None) -> None:
        """Run the program, check its step, if it is one, and tell how it went."""
        tell(state="running")
        self.main, self.told = {"__name__": "__main__"}, []
        lacking = None
        try:
            put(network)
            remember_source(NAME, code)
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            runner = CodeRunner(code, mode="exec", filename=NAME, flags=flags).compile()
            self.watchdog.watch(runner.code)
            await runner.run_async(self.main)
            if step is not None:
                lacking = await self.lacking(step)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            self.failed(error)
        tell(state="failed" if self.told else "started", lacking=lacking, ended=True)

    async def lacking(self, step: int) -> Mapping[str, str] | None:
        """Return what the step still lacks, if anything: in words, and in which `part`.

        An error in the learner's code is raised, but what the check itself can't work with is
        something that this code has made.
        """
        main = Main(self.main)
        try:
            found = check.CHECKS[step - 1](main)
            if isawaitable(found):
                await found
        except Lacking as told:
            return {"message": str(told), "part": told.part}
        except Exception as error:
            if learners_places(error):
                raise
            return {"message": unusable(main.asked, error), "part": main.asked}
        return None

    def failed(self, error: BaseException | None) -> None:
        """Tell of an error that nobody has caught: once, though each event may raise it anew."""
        described = None if error is None else describe(error, NAME, self.main)
        if described is not None and described not in self.told:
            self.told.append(described)
            tell(error=described, lines=lines_of(error), state="failed")

    def in_handler(self, event: object) -> None:
        """An error left a handler of the page's events: the browser tells, Python has the error."""
        problem = getattr(event, "error", None) or getattr(event, "reason", None)
        if getattr(problem, "name", "") == "PythonError":
            event.preventDefault()
            self.failed(getattr(sys, "last_exc", None))


def lines_of(error: BaseException) -> list[int]:
    """Return the lines of the program that the error passed, the deepest last."""
    places = learners_places(error)
    return [place.tb_lineno for place in places if filename_of(place) == NAME]


def unusable(part: str, error: Exception) -> str:
    """Say that the check can't go on with something of the learner's."""
    return (
        f"The check can’t work with what `{part}` gives it ({public_type(error)}: {error}). "
        "Compare it with what the program says it should be, or with the hints."
    )


def put(network: dict | None) -> None:
    """Write the learner's own network, as the project kept it, where the program reads it."""
    OWN.unlink(missing_ok=True)
    if network is not None:
        try:
            OWN.write_bytes(onnx_bytes(restored(**network).mlp))
        except ValueError as error:
            tell(printed=f"Your own network can't be used here: {error}.\n")


program = Program()
for kind in ("error", "unhandledrejection"):
    window.addEventListener(kind, create_proxy(program.in_handler))
page.addEventListener("run", create_proxy(program.begin))
page.addEventListener("stop", create_proxy(program.stop))
sys.stdout = sys.stderr = Printed()
tell(state="ready")
