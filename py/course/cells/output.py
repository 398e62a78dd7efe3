"""What a learner's code prints, on its way to the page: in few, ordered pieces, and capped."""

import io
import time
from collections.abc import Callable

LIMIT = 200_000  # characters shown of one run; what is beyond is counted and dropped
CHUNK = 8_000  # characters that are sent without waiting for more
RATE = 20.0  # lines a second sent one by one; as many may come at once, the rest is gathered

NOTICE = "\nMore than {limit:,} characters were printed. The rest is not shown.\n"


class Output:
    """Gathers text and hands it to `send(stream, text)`, where stream is stdout, stderr or notice.

    A line goes out when it ends, so that a slow loop shows its progress; a fast one is gathered,
    so that a million prints make a few dozen messages.
    """

    def __init__(
        self,
        send: Callable[[str, str], None],
        clock: Callable[[], float] = time.monotonic,
        limit: int = LIMIT,
    ) -> None:
        self._send = send
        self._clock = clock
        self._stream = "stdout"
        self._waiting: list[str] = []
        self._size = 0
        self._room = self._limit = limit
        self._credit = RATE
        self._earned_at = clock()
        self.dropped = 0  # characters beyond the limit

    def write(self, stream: str, text: str) -> None:
        """Take text for a stream; what does not fit the limit is only counted."""
        if self._room == 0:
            self.dropped += len(text)
            return
        if stream != self._stream:
            self.flush()
            self._stream = stream
        kept = text[: self._room]
        self._waiting.append(kept)
        self._size += len(kept)
        self._room -= len(kept)
        if self._room == 0:
            self.dropped += len(text) - len(kept)
            self.flush()
            self._send("notice", NOTICE.format(limit=self._limit))
        elif self._size >= CHUNK or ("\n" in kept and self._may_send()):
            self.flush()

    def flush_soon(self) -> None:
        """Send what is waiting unless too much was sent lately: `print(flush=True)`."""
        if self._waiting and self._may_send():
            self.flush()

    def flush(self) -> None:
        """Send what is waiting."""
        if self._waiting:
            text = "".join(self._waiting)
            self._waiting.clear()
            self._size = 0
            self._send(self._stream, text)

    def _may_send(self) -> bool:
        now = self._clock()
        self._credit = min(RATE, self._credit + (now - self._earned_at) * RATE)
        self._earned_at = now
        if self._credit < 1:
            return False
        self._credit -= 1
        return True


class Stream(io.TextIOBase):
    """Stands in for sys.stdout or sys.stderr while a learner's code runs."""

    def __init__(self, output: Output, name: str) -> None:
        self._output = output
        self.name = f"<{name}>"
        self._stream = name

    def write(self, text: str) -> int:
        """Print text; returns its length, as every text stream does."""
        self._output.write(self._stream, text)
        return len(text)

    def writable(self) -> bool:
        """Return True."""
        return True

    def flush(self) -> None:
        """Let the page see what was printed so far."""
        self._output.flush_soon()

    def close(self) -> None:
        """Refuse: the page goes on showing what is printed."""
        raise io.UnsupportedOperation(f"{self.name} belongs to the page and cannot be closed")

    def __del__(self) -> None:
        """Do nothing, where the base class would close."""


Ask = Callable[[], str]  # waits for a line of the learner's, without its end


class Input(io.TextIOBase):
    """Stands in for sys.stdin: every line is asked of the learner, where the page can."""

    def __init__(self, output: Output, ask: Ask | None = None) -> None:
        self._output = output
        self._ask = ask

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next line; raises EOFError where nobody can answer."""
        if self._ask is None:
            raise EOFError("input() cannot ask for anything on this page")
        self._output.flush()  # the question comes before the answer
        line = f"{self._ask()}\n"
        self._output.write("stdout", line)  # as a terminal shows what is typed
        return line

    read = readline

    def readable(self) -> bool:
        """Return True."""
        return True
