"""One build.py at a time where two would be in each other's way. Standard library only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


LOOK_AGAIN = 0.2  # seconds


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold a lock file; wait, and say so, while another process holds it.

    The system lets go of it when the process ends, however that happens. Where the file cannot
    be written, nothing else will be.
    """
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("a")
    except OSError:
        yield
        return
    with file:
        told = False
        while not _taken(file):
            if not told:
                print(f"Waiting for another build.py to finish ({lock}) ...", flush=True)
                told = True
            time.sleep(LOOK_AGAIN)
        yield


def _taken(file: IO[str]) -> bool:
    try:
        _take(file)
    except OSError:
        return False
    return True
