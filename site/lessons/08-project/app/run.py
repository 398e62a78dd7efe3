"""Runs main.py on the course's page: shows its mistakes, and ends a loop that never ends.

The page hears of everything by events named "program" on its element [data-app].
"""

import ast
import asyncio
import io
import json
import sys
import time
import traceback
from pathlib import Path
from types import CodeType

from pyodide.code import CodeRunner
from pyodide.ffi import create_proxy
from pyscript import document, window
from pyscript.ffi import to_js

NAME = "main.py"
LIMIT = 4.0  # seconds that the program may keep the page from answering
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


def describe(error: BaseException) -> dict[str, object]:
    """Return the error's type, message, line of main.py and traceback, without our own part."""
    steps = traceback.extract_tb(error.__traceback__)
    own = [place for place, step in enumerate(steps) if step.filename == NAME]
    shown = steps[own[0] :] if own else []
    lines = ["Traceback (most recent call last):\n", *traceback.format_list(shown)]
    lines += traceback.format_exception_only(error)
    line = steps[own[-1]].lineno if own else getattr(error, "lineno", None)
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    kind = type(error).__name__
    return {"type": kind, "message": message, "line": line, "traceback": "".join(lines)}


def failed(error: BaseException | None) -> None:
    """Tell of an error that nobody has caught."""
    if error is not None:
        tell(error=describe(error))


def in_handler(event: object) -> None:
    """An error left a handler of the page's events: the browser tells, Python has the error."""
    problem = getattr(event, "error", None) or getattr(event, "reason", None)
    if getattr(problem, "name", "") == "PythonError":
        event.preventDefault()
        failed(getattr(sys, "last_exc", None))


def watch_tasks() -> None:
    """Hear of errors in tasks at once, not when the task is forgotten."""
    loop = asyncio.get_running_loop()
    create = loop.create_task

    def create_task(coroutine, **options):
        task = create(coroutine, **options)
        task.add_done_callback(lambda done: done.cancelled() or failed(done.exception()))
        return task

    loop.create_task = create_task


async def run() -> None:
    """Run the program; tell whether it has started."""
    tell(state="running")
    try:
        text, flags = Path(NAME).read_text(), ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        runner = CodeRunner(text, mode="exec", filename=NAME, flags=flags).compile()
        Watchdog().watch(runner.code)
        await runner.run_async({"__name__": "__main__"})
    except BaseException as error:
        failed(error)
        tell(state="failed")
    else:
        tell(state="started")


for kind in ("error", "unhandledrejection"):
    window.addEventListener(kind, create_proxy(in_handler))
sys.stdout = sys.stderr = Printed()
watch_tasks()
await run()
