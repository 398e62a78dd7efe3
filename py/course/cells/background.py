"""What goes on after a cell has ended: its prints and errors belong to the cell that ran last."""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from course.cells.guard import Guard


def listen(guard: Guard, loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    """Show what background tasks print, and what ends them, where cells print.

    stop: stops the request that waits; called when an interrupt hit a background task instead.
    """
    sys.stdout, sys.stderr = guard.streams
    loop.set_exception_handler(tell)
    loop._keyboard_interrupt_handler = stop  # type: ignore[attr-defined]  # Pyodide's own loop


def tell(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Print the error of a task that nobody waits for, as the cell itself would have told it."""
    from course.cells.errors import format_tracebacks  # late: a boot does not wait for it

    error = context.get("exception")
    if error is None:
        loop.default_exception_handler(context)
    else:
        print(
            f"A background task ended with an error.\n{format_tracebacks(error)}", file=sys.stderr
        )
