"""Where Python meets the web worker: the one module here that may import Pyodide's."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from course import lessons
from course.bridge import Bridge
from course.cells import numbers
from course.cells.background import listen
from course.cells.guard import Guard
from course.cells.rest import Rest
from course.cells.waiting import Waiter, install
from nn import product
from nn.product import Write


def start(
    post: Callable[[str], None],
    fetch: Callable[[str], Awaitable[None]],
    ask: Callable[[], str] | None = None,
    suspends: bool = False,
    reloads: bool = False,
    write: Write | None = None,
    now: Callable[[], None] | None = None,
) -> Callable[[str], str | Coroutine[Any, Any, str]]:
    """Return `dispatch` of a new Bridge whose events go to `post`, a JavaScript function.

    Only strings cross: `post(text)` for each event, `fetch(text)` with a JSON list of packs,
    whose promise ends when they lie in site-packages, `ask()`, where the page can be waited for,
    and dispatch(text) -> text, or a coroutine that ends with the text, for a request. suspends:
    the browser can suspend Python while it waits; reloads: a second view of the page could ask;
    write: makes matrix products in Python's memory, see `nn.product`; now: brings the rest of
    Python, see `course.cells.rest`.
    """

    async def load(packs: list[str]) -> None:
        await fetch(json.dumps(packs))

    numbers.install()
    if write is not None:
        product.use(write)
    waiter = None
    if suspends:
        from pyodide.ffi import can_run_sync, run_sync  # type: ignore[import-not-found]

        waiter = Waiter(run_sync, can_run_sync)
        install(waiter)
        ask = waiter.line
    if reloads and ask is None:
        ask = refuse_until_reloaded
    late = None
    if now is not None:
        late = Rest(now)
        late.install()
        lessons.complete = late.bring
    guard = Guard()
    bridge = Bridge(post, load=load, ask=ask, guard=guard, waiter=waiter, late=late)
    listen(guard, asyncio.get_running_loop(), bridge.cancel)
    return bridge.dispatch


def refuse_until_reloaded() -> str:
    """Say what is missing where a second view of the page can ask."""
    raise EOFError("input() works after this page is reloaded")
