"""Downloads: verified by sha256, resumed where they broke off, kept in the user's cache."""

from __future__ import annotations

import hashlib
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_cache_path
from tqdm import tqdm

from builder.base.errors import BuildError, disk_errors

CHUNK = 1 << 16
TIMEOUT = 30.0  # seconds without a byte before a source counts as unreachable
# Hosts that did not answer, with the reason: where a firewall swallows requests, one time-out
# is enough for all the files that would come from there.
unreachable: dict[str, str] = {}


def cache_dir() -> Path:
    """Return the folder for downloads: MODULE3_CACHE, else the user's cache folder."""
    named = os.environ.get("MODULE3_CACHE")
    return Path(named) if named else user_cache_path("module3")


@dataclass(frozen=True)
class Source:
    """One place where a file may be had: a name to show and a way to put it at a path."""

    name: str
    fetch: Callable[[Path], None]


class SourceError(Exception):
    """A source did not deliver; the next one is tried."""


class UnobtainableError(BuildError):
    """No source delivered."""


def obtain(file_name: str, sha256: str, sources: Sequence[Source]) -> Path:
    """Return the cached file `file_name`, fetched from the first source that delivers it.

    Raises:
        UnobtainableError: no source delivered; the message names the file and what each one said.

    """
    target = cache_dir() / "downloads" / file_name
    if target.exists():
        if file_sha256(target) == sha256:
            return target
        target.unlink()
        tqdm.write(f"{file_name} in the cache was damaged, so it's deleted and fetched again")
    with disk_errors(f"downloading {file_name}"):
        target.parent.mkdir(parents=True, exist_ok=True)
        return _first_that_delivers(target, sha256, sources)


def _first_that_delivers(target: Path, sha256: str, sources: Sequence[Source]) -> Path:
    partial = target.with_name(target.name + ".part")
    reasons = []
    for source in sources:
        try:
            source.fetch(partial)
            verify(partial, sha256)
        except SourceError as error:
            reasons.append(f"{source.name}: {error}")
            continue
        partial.replace(target)
        return target
    raise UnobtainableError(f"{target.name} couldn't be fetched. Tried {'; '.join(reasons)}")


def verify(path: Path, sha256: str) -> None:
    """Delete a file whose hash is not the pinned one, and say so."""
    found = file_sha256(path)
    if found != sha256:
        path.unlink()
        raise SourceError(
            f"its sha256 begins with {found[:12]}, but {sha256[:12]} is pinned; it was deleted"
        )


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def download(url: str, target: Path) -> None:
    """Download `url` to `target`, going on where an earlier attempt left bytes there.

    Raises:
        SourceError: the address did not answer, or broke off.

    """
    host = urlsplit(url).netloc
    if host in unreachable:
        raise SourceError(unreachable[host])
    have = target.stat().st_size if target.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            resumed = response.status == 206  # Partial Content: the server took the Range
            _receive(response, target, have if resumed else 0)
    except urllib.error.HTTPError as error:
        if error.code == 416:  # Range Not Satisfiable: all bytes are there already
            return
        raise SourceError(f"answered {error.code}") from error
    except urllib.error.URLError as error:
        unreachable[host] = str(error.reason)
        raise SourceError(unreachable[host]) from error
    except (TimeoutError, HTTPException, ConnectionError) as error:
        raise SourceError(str(error)) from error


def _receive(response: HTTPResponse, target: Path, have: int) -> None:
    length = response.headers.get("Content-Length")
    total = have + int(length) if length else None
    name = target.name.removesuffix(".part")
    if not sys.stderr.isatty():  # a log shows no bar
        print(f"Fetching {name} ...", flush=True)
    with (
        target.open("ab" if have else "wb") as file,
        tqdm(desc=name, total=total, initial=have, unit="B", unit_scale=True, disable=None) as bar,
    ):
        while chunk := response.read(CHUNK):
            file.write(chunk)
            bar.update(len(chunk))
    if total is not None and target.stat().st_size < total:
        raise SourceError("the download broke off; run the command again to resume")
