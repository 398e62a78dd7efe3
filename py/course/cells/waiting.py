"""Waiting within code that does not await: where the browser can suspend Python and wake it up."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

SHORT = 0.02  # seconds that are slept through: to be suspended and woken up takes a few ms


class Waiter:
    """Suspends Python until a line comes, or a time has passed, or the learner stops it.

    run_sync: waits for an awaitable; can: whether Python can be suspended at this moment.
    """

    def __init__(self, run_sync: Callable[[Awaitable[Any]], Any], can: Callable[[], bool]) -> None:
        self._run_sync = run_sync
        self.can = can
        self._waiting: list[asyncio.Future[str]] = []
        self._stopped = False

    def line(self) -> str:
        """Wait for `wake`, and return what it was given."""
        return self._wait(None)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self._wait(seconds)

    def wake(self, line: str = "") -> None:
        """End the innermost waiting with a line."""
        if self._waiting and not self._waiting[-1].done():
            self._waiting[-1].set_result(line)

    def stop(self) -> bool:
        """End all waiting by KeyboardInterrupt; returns whether there was any."""
        self._stopped = bool(self._waiting)
        for future in self._waiting:
            if not future.done():
                future.set_result("")
        return self._stopped

    def _wait(self, seconds: float | None) -> str:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[str] = loop.create_future()
        timer = None if seconds is None else loop.call_later(seconds, wake, future)
        self._waiting.append(future)
        try:
            line: str = self._run_sync(future)
        finally:
            self._waiting.remove(future)
            if timer is not None:
                timer.cancel()
        if self._stopped:
            self._stopped = bool(self._waiting)
            raise KeyboardInterrupt
        return line


def wake(future: asyncio.Future[str]) -> None:
    """End a waiting whose time has passed."""
    if not future.done():
        future.set_result("")


def sleeping(waiter: Waiter, sleep: Callable[[float], None]) -> Callable[[float], None]:
    """Return `time.sleep` that leaves the worker free: to be stopped, and for other tasks."""

    def sleep_suspended(seconds: float) -> None:
        if isinstance(seconds, int | float) and seconds >= SHORT and waiter.can():
            waiter.sleep(seconds)
        else:
            sleep(seconds)

    sleep_suspended.__name__ = "sleep"
    sleep_suspended.__doc__ = sleep.__doc__
    return sleep_suspended


def install(waiter: Waiter) -> None:
    """Let `time.sleep` wait so."""
    time.sleep = sleeping(waiter, time.sleep)  # type: ignore[assignment]
