"""A slow connection: one line that all files share, as GitHub Pages would send them through it."""

from __future__ import annotations

import gzip
import threading
import time
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

from tests.bench.conftest import CachingHandler

LATENCY = 0.04  # seconds
CHUNK = 16_384  # bytes
PACKED = {".pack", ".zip", ".whl", ".woff2", ".png", ".zst"}  # what gzip doesn't make smaller


class Line:
    """A token bucket: whoever sends waits until the line has carried what was sent before.

    latency: seconds until a request is heard.
    """

    def __init__(self, megabits: float, latency: float = LATENCY) -> None:
        self.latency = latency
        self.rate = megabits * 1e6 / 8  # bytes per second
        self.carried = 0  # bytes, without fonts
        self._free = time.monotonic()
        self._lock = threading.Lock()

    def carry(self, bytes_: int, *, counts: bool) -> None:
        """Wait as long as the line needs for so many bytes."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + bytes_ / self.rate
            until = self._free
            self.carried += bytes_ * counts
        time.sleep(max(0, until - time.monotonic()))


class SlowHandler(CachingHandler):
    """Serves a folder through a line, gzipped as GitHub Pages does it."""

    line: ClassVar[Line]

    def do_GET(self) -> None:  # noqa: N802 (the server's name)
        """Answer as slowly as the line lets it."""
        time.sleep(self.line.latency)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            super().do_GET()
            return
        data, encoding = sent(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK]
            self.line.carry(len(chunk), counts=path.suffix != ".woff2")
            self.wfile.write(chunk)
            self.wfile.flush()


@cache
def sent(path: Path) -> tuple[bytes, str]:
    """Return what of a file goes over the line, and its Content-Encoding."""
    data = path.read_bytes()
    return (data, "") if path.suffix in PACKED else (gzip.compress(data, 6), "gzip")


def prepare(folder: Path) -> None:
    """Gzip all files now, since a server would have done so long ago."""
    for path in folder.rglob("*"):
        if path.is_file():
            sent(path)


def through(line_: Line) -> type[SlowHandler]:
    """Return a handler whose answers all go through one line."""

    class Handler(SlowHandler):
        line = line_

    return Handler
