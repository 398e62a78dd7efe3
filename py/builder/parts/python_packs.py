"""Python for the browser in three packs: what it starts with, what a first result uses, the rest.

Python can start while the second is still on its way; the third comes after the first result. All
are put together in the page: their files lie beside each other, and the rest's part of the standard
library goes to the end of the one that Python starts with.
"""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from builder.base.tree import Content
from builder.parts import course, pinned, slim, visitor

LIBRARY = "lib/python314.zip"  # as site/python/pack.js has it
PACKAGES = "lib/python3.14/site-packages"
COURSE = "course"
LINKED = ".so"  # NumPy's own libraries, which are linked before Python runs
LATE = f"{COURSE}/course/cells/rest.json"  # the modules of the rest, see course.cells.rest
COURSES = f"{COURSE}/course/"  # of our own packages, beside the pages
# What is there from the start, but reads files of the rest: a cell that imports it waits for them.
READERS = ("course.samples", "exercises")
ABOUT = re.compile(r"\.dist-info/(?!RECORD$|licenses/)")  # what tells a package's name and version
DIRECTORY = -6  # where the last bytes of a zip say where its directory begins

Files = dict[str, bytes]


def packs() -> dict[str, dict[str, Content]]:
    """Return the packs as parts, one each."""
    archive = course.archive()
    used = {module(path.removeprefix("/")) for path in visitor.loaded(archive)}
    made = divided(all_files(archive), used)
    return {name: {f"{name}.pack": slim.packed(files)} for name, files in made.items()}


def all_files(archive: bytes) -> Files:
    """Return all of Python's files by where they lie in the page; the library's in a folder.

    archive: our own Python.
    """
    with zipfile.ZipFile(io.BytesIO(slim.standard_library())) as zipped:
        library = {name: zipped.read(name) for name in zipped.namelist()}
    numpy = slim.unpack(slim.wheel(next(iter(pinned.wheels().values()))))
    ours = slim.unpack(slim.course(archive))
    folders = {LIBRARY: library, PACKAGES: numpy, COURSE: ours}
    return {
        f"{folder}/{name}": data for folder in folders for name, data in folders[folder].items()
    }


def divided(files: Files, used: Collection[str]) -> dict[str, Files]:
    """Return the three packs' files; used: those of a first result, as `module` has them."""
    first = {name: data for name, data in files.items() if goes_first(name, used)}
    rest = {name: data for name, data in files.items() if name not in first}
    names = {*READERS, *filter(None, map(importable, rest))}
    late = json.dumps(sorted(names)).encode()
    head, tail = archives(library_of(first), library_of(rest))
    outside = outside_library(first)
    linked = {name: data for name, data in outside.items() if name.endswith(LINKED)}
    imported = {name: data for name, data in outside.items() if name not in linked}
    return {
        "start": {LIBRARY: head, **linked},
        "first": {**imported, LATE: late},
        "rest": {LIBRARY: tail, **outside_library(rest)},
    }


def goes_first(name: str, used: Collection[str]) -> bool:
    """Say whether a file is used at once, or belongs to what is: a package's name, our mathematics.

    An exercise is whole or not there at all.
    """
    beside = bool(ABOUT.search(name)) or name.startswith(f"{COURSE}/nn/")
    return beside or (module(name) in used and "/exercises/" not in name.removeprefix(COURSES))


def module(path: str) -> str:
    """Return a module's path without what says in which form it lies there."""
    place = PurePosixPath(path)
    folder = place.parent.parent if place.parent.name == "__pycache__" else place.parent
    return f"{folder}/{place.name.partition('.')[0]}"


def importable(path: str) -> str | None:
    """Return the name by which a file is imported, if it is."""
    code = path.endswith((".py", ".pyc", ".so")) and "/__pycache__/" not in path
    if not code or path.startswith((f"{COURSE}/lessons/", f"{COURSE}/pages/")):
        return None
    (folder,) = (root for root in (LIBRARY, PACKAGES, COURSE) if path.startswith(f"{root}/"))
    name = module(path).removeprefix(f"{folder}/").removesuffix("/__init__")
    return name.replace("/", ".")


def library_of(files: Mapping[str, bytes]) -> Files:
    """Return the standard library's files by their names in its archive."""
    start = f"{LIBRARY}/"
    found = {name: data for name, data in files.items() if name.startswith(start)}
    return {name.removeprefix(start): data for name, data in found.items()}


def outside_library(files: Mapping[str, bytes]) -> Files:
    """Return all other files."""
    return {name: data for name, data in files.items() if not name.startswith(LIBRARY)}


def archives(first: Files, rest: Files) -> tuple[bytes, bytes]:
    """Return a zip archive of the first files, and what makes it one of all of them.

    The second takes the place of the first one's directory, which is its end. Nothing is
    compressed in them, for a pack is as a whole.
    """
    buffer = io.BytesIO()
    for files in (first, rest):
        with zipfile.ZipFile(buffer, "a") as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, course.ZIP_DATE), data)
        if files is first:
            head = buffer.getvalue()
    (start,) = struct.unpack_from("<I", head, len(head) + DIRECTORY)
    return head, buffer.getvalue()[start:]
