"""What a learner's code prints, on its way to the page: in few, ordered pieces, and capped."""

import asyncio
import io
import re
import time
from collections import deque
from collections.abc import Callable
from itertools import groupby

LIMIT = 200_000  # characters shown of one run; what is beyond is counted and dropped ...
TAIL = 20_000  # ... but for so many at its end, where the result is
CHUNK = 8_000  # characters that are sent without waiting for more
RATE = 20.0  # lines a second sent one by one; as many may come at once, the rest is gathered

NOTICE = f"\nMore than {LIMIT:,} characters were printed. Some are left out; here's the end.\n"


class Output:
    """Gathers text and hands it to `send(stream, text)`, where stream is stdout, stderr or notice.

    A line goes out when it ends, so that a slow loop shows its progress; a fast one is gathered,
    so that a million prints make a few dozen messages.
    """

    def __init__(
        self, send: Callable[[str, str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._send = send
        self._clock = clock
        self._stream = "stdout"
        self._waiting: list[str] = []
        self._size = 0
        self._room = LIMIT - TAIL
        self._tail: deque[tuple[str, str]] = deque()  # what is beyond, the newest of it
        self._held = 0
        self._credit = RATE
        self._earned_at = clock()
        self._ended = self._announced = self._told = False
        self.dropped = 0  # characters that are never shown

    def write(self, stream: str, text: str) -> None:
        """Take text for a stream."""
        if stream != self._stream:
            self.flush()
            self._stream = stream
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= CHUNK or (("\n" in text or "\r" in text) and self._may_send()):
            self.flush()
        if self._ended and not self._announced:
            self._announced = True
            soon(self.end)

    def note(self, text: str) -> None:
        """Say something about the run itself, after what it has printed so far."""
        if text:
            self.write("notice", text)

    def flush_soon(self) -> None:
        """Send what is waiting unless too much was sent lately: `print(flush=True)`."""
        if self._waiting and self._may_send():
            self.flush()

    def end(self) -> None:
        """Send all there is: the run is over. What comes later still goes out, by itself."""
        self._ended = True
        self._announced = False
        self.flush()
        over = max(0, self._held - TAIL)
        self.dropped += over
        for stream, pieces in groupby(self._tail, lambda piece: piece[0]):
            text = "".join(text for _, text in pieces)
            self._send(stream, text[over:])
            over = 0
        self._tail.clear()
        self._held = 0

    def flush(self) -> None:
        """Send what is waiting, as far as there is room, and hold the rest for the end."""
        if not self._waiting:
            return
        text = settled("".join(self._waiting))
        self._waiting.clear()
        self._size = 0
        if self._room > 0:
            self._send(self._stream, text[: self._room])
        if len(text) > self._room:
            self._hold(text[self._room :])
        self._room = max(0, self._room - len(text))

    def _hold(self, text: str) -> None:
        self._tail.append((self._stream, text))
        self._held += len(text)
        while self._held - len(self._tail[0][1]) >= TAIL:
            gone = len(self._tail.popleft()[1])
            self._held -= gone
            self.dropped += gone
        if self._held > TAIL and not self._told:
            self._told = True
            self._send("notice", NOTICE)

    def _may_send(self) -> bool:
        now = self._clock()
        self._credit = min(RATE, self._credit + (now - self._earned_at) * RATE)
        self._earned_at = now
        if self._credit < 1:
            return False
        self._credit -= 1
        return True


def settled(text: str) -> str:
    """Return text without what its own carriage returns overwrite, as progress bars do."""
    if "\r" not in text:
        return text
    return "\n".join(overwritten(line) for line in text.split("\n"))


def overwritten(line: str) -> str:
    """Return a line without the parts that a later one, at least as long, is written over."""
    kept: list[str] = []
    longest = 0
    for part in reversed(line.split("\r")):
        kept.append(part if len(part) > longest or not kept else "")
        longest = max(longest, len(part))
    return re.sub("\r+", "\r", "\r".join(reversed(kept)))


def soon(call: Callable[[], None]) -> None:
    """Call it once what runs now has ended, or at once where there is no event loop."""
    try:
        asyncio.get_running_loop().call_soon(call)
    except RuntimeError:
        call()


class Stream(io.TextIOBase):
    """Stands in for sys.stdout or sys.stderr while a learner's code runs."""

    def __init__(self, output: Output, name: str) -> None:
        self.output = output
        self.name = f"<{name}>"
        self._stream = name

    def write(self, text: str) -> int:
        """Print text; returns its length, as every text stream does."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.output.write(self._stream, text)
        return len(text)

    def writable(self) -> bool:
        """Return True."""
        return True

    def flush(self) -> None:
        """Let the page see what was printed so far."""
        self.output.flush_soon()

    def close(self) -> None:
        """Refuse: the page goes on showing what is printed."""
        raise io.UnsupportedOperation(f"{self.name} belongs to the page and can't be closed")

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
            raise EOFError("input() can't ask for anything on this page")
        self._output.flush()  # the question comes before the answer
        line = f"{self._ask()}\n"
        self._output.write("stdout", line)  # as a terminal shows what is typed
        return line

    read = readline

    def readable(self) -> bool:
        """Return True."""
        return True
