"""Waiting by being suspended, with a stand-in for the browser: lines, time, and being stopped."""

import asyncio
import json
import time

import pytest

from course.bridge import Bridge
from course.cells.waiting import SHORT, Waiter, sleeping
from tests.course.asking import asked


class Browser:
    """Runs what happens while Python is suspended, then goes on until the waiting ends."""

    def __init__(self, *happens):
        self.happens = list(happens)
        self.loop = asyncio.new_event_loop()
        self.suspended = 0

    def run_sync(self, future):
        self.suspended += 1
        if self.happens:
            self.happens.pop(0)()
        asyncio._set_running_loop(None)
        try:
            return self.loop.run_until_complete(future)
        finally:
            asyncio._set_running_loop(self.loop)


@pytest.fixture
def waits(monkeypatch):
    """A function that runs a cell while things happen; returns printed text and answer."""
    browsers = []

    def run(code, *happens):
        browser = Browser()
        browsers.append(browser)
        asyncio._set_running_loop(browser.loop)
        waiter = Waiter(browser.run_sync, lambda: True)
        monkeypatch.setattr(time, "sleep", sleeping(waiter, time.sleep))
        events = []
        take = lambda text: events.append(json.loads(text))  # noqa: E731
        bridge = Bridge(take, ask=waiter.line, waiter=waiter)

        def beside(op, **args):
            return lambda: asked(bridge, f"bridge.{op}", 0, **args)

        browser.happens = [beside(op, **args) for op, args in happens]
        answer = asked(bridge, "cells.run", 7, cell="a", code=code, lesson="demo")
        asyncio._set_running_loop(None)
        assert answer["id"] == 7
        assert {event["id"] for event in events} <= {7}
        return "".join(event.get("text", "") for event in events), answer

    yield run
    asyncio._set_running_loop(None)
    for browser in browsers:
        browser.loop.close()


def line(text):
    return "answer", {"line": text}


STOP: tuple[str, dict[str, object]] = ("cancel", {})


def test_lines_are_answered_while_python_is_suspended(waits):
    code = "names = [input(f'{n}? ') for n in range(2)]\nprint(names)"
    printed, answer = waits(code, line("Åsa"), line(""))
    assert printed == "0? Åsa\n1? \n['Åsa', '']\n"
    assert "done" in answer


@pytest.mark.parametrize("code", ["input()", "import time\ntime.sleep(100)"])
def test_what_waits_can_be_stopped(waits, code):
    _, answer = waits(f"kept = 5\n{code}", STOP)
    assert answer["error"]["stopped"] is True


def test_a_stop_that_is_caught_ends_one_waiting_alone(waits):
    code = "try:\n    input()\nexcept KeyboardInterrupt:\n    print('caught', input('again? '))"
    printed, answer = waits(code, STOP, line("yes"))
    assert printed.endswith("caught yes\n")
    assert "done" in answer


def test_sleep_lets_time_pass(waits):
    started = time.monotonic()
    waits("import time\ntime.sleep(0.1)")
    assert time.monotonic() - started >= 0.1


@pytest.mark.parametrize("seconds", [-1, "a", None])
def test_sleep_refuses_what_it_always_refuses(waits, seconds):
    assert waits(f"import time\ntime.sleep({seconds!r})")[1]["error"]["type"] in (
        "ValueError",
        "TypeError",
    )


@pytest.mark.parametrize(
    ("seconds", "can", "sleeps"), [(SHORT / 2, True, 1), (1, False, 1), (1, True, 0)]
)
def test_short_times_and_where_nothing_can_be_suspended_are_slept_through(
    monkeypatch, seconds, can, sleeps
):
    slept: list[float] = []
    suspended: list[float] = []
    waiter = Waiter(None, lambda: can)
    monkeypatch.setattr(waiter, "sleep", suspended.append)
    sleeping(waiter, slept.append)(seconds)
    assert (len(slept), len(suspended)) == (sleeps, 1 - sleeps)


def test_stopping_what_does_not_wait_does_nothing():
    waiter = Waiter(None, lambda: True)
    assert waiter.stop() is False
    waiter.wake("nobody asked")
