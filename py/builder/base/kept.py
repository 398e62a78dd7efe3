"""What a build makes at some cost and keeps in the cache: there whole, or made again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from builder.base.errors import disk_errors
from builder.base.fetch import cache_dir

SUM = hashlib.sha256().digest_size  # bytes of the checksum that a kept file begins with


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """Return what is kept under `name`, a path below the cache; `make` makes it where it is not.

    The name tells all that went in. A file that a full disk, a kill or a bad sector has damaged
    does not fit its checksum and is made again.
    """
    found = stored(name)
    if found is None:
        found = make()
        keep(name, found)
    return found


def stored(name: str) -> bytes | None:
    """Return what is kept under this name; None where nothing is, or it's damaged."""
    path = cache_dir() / name
    whole = path.read_bytes() if path.is_file() else b""
    return whole[SUM:] if whole and whole[:SUM] == _sum(whole[SUM:]) else None


def keep(name: str, made: bytes) -> None:
    """Keep something under a name, in place of what may be there."""
    path = cache_dir() / name
    with disk_errors(f"keeping {path.name}"):
        write_whole(path, _sum(made) + made)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever finds a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(partial).replace(path)
    except OSError:
        Path(partial).unlink(missing_ok=True)
        raise


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
