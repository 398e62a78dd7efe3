"""The one error that a person sees as a single line instead of a traceback."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class BuildError(Exception):
    """Something that the person at the keyboard can act on: what happened, and what to do."""


class ContentError(BuildError):
    """A mistake in the course's own files, with the file and line that hold it."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {message}")


@contextmanager
def authored(site: Path, elsewhere: Callable[[str], ContentError]) -> Iterator[None]:
    """Turn whatever an author's file below `site` raises into one line with its file and line.

    elsewhere: makes the error where no such file is at fault, of the line that asked.
    """
    try:
        yield
    except BuildError:
        raise
    except Exception as error:
        said = str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
        if said.startswith(str(site)):  # it names its place itself
            raise BuildError(said) from error
        place = place_of(error, site)
        raise (ContentError(*place, said) if place else elsewhere(said)) from error


def place_of(error: BaseException | None, site: Path) -> tuple[Path, int | None] | None:
    """Return the file below `site`, and the line, in which an error happened; None if in none."""
    places: list[tuple[Path, int | None]] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        places += [(Path(frame.filename), frame.lineno) for frame in frames]
        if isinstance(error, SyntaxError) and error.filename:
            places.append((Path(error.filename), error.lineno))
        error = error.__cause__
    own = [(path, line) for path, line in places if path.is_relative_to(site)]
    return own[-1] if own else None


def disk_full(doing: str) -> BuildError:
    """Say how much room is needed."""
    return BuildError(
        f"the disk got full while {doing}; all commands together need about 3 GB, "
        "1 GB to build and serve (MODULE3_CACHE names another cache folder)"
    )


@contextmanager
def disk_errors(doing: str) -> Iterator[None]:
    """Turn a full or read-only disk into one line that says where the room is missing."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(doing) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise BuildError(f"not allowed to write while {doing}: {error.filename}") from error
        if error.errno in (errno.ENOTDIR, errno.EEXIST):
            raise BuildError(f"a file is where a folder is needed: {error.filename}") from error
        raise
