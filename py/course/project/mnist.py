"""MNIST in the page: 70,000 labelled digits in chunks that the site serves, loaded on demand.

Source: LeCun, Bottou, Bengio and Haffner, 1998, https://doi.org/10.1109/5.726791
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from course import samples
from course.project.architecture import SIDE
from nn import Array, Labels

CHUNK = 10_000  # images of a chunk
TRAIN = tuple(f"mnist-train-{place}" for place in range(6))
TEST = "mnist-test"
CHUNKS = (*TRAIN, TEST)
PIXELS = SIDE**2
VALIDATION = 5_000  # the last of the 60,000: nobody trains on them, unless they ask for all
ALL = CHUNK * len(TRAIN)
SHIFT = 1  # pixels that an image may move, where it is shown anew each time
FOLDER = "mnist"  # where the page puts a chunk: below the folder that holds NumPy

# Rows whose label people dispute: most are plainly wrong, some a matter of taste.
# Source: Northcutt, Athalye and Mueller, 2021, https://arxiv.org/abs/2103.14749
DISPUTED = {
    TEST: (947, 2597, 3520, 3776, 4163, 4874, 5937, 9729),
    TRAIN[0]: (2676, 7080),
    TRAIN[1]: (994,),
    TRAIN[2]: (1601, 4798, 5678, 6560, 9922),
    TRAIN[3]: (1727,),
    TRAIN[4]: (144, 466, 3454),
    TRAIN[5]: (1248, 3396, 4264, 7662, 9915),
}

Bytes = NDArray[np.uint8]
Load = Callable[[list[str]], Awaitable[None]]


@dataclass(frozen=True)
class Examples:
    """Images (n, 784) and labels (n,), both bytes; a pixel is 0 (paper) to 255 (ink)."""

    images: Bytes
    labels: Bytes

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, rows: slice) -> Examples:
        return Examples(self.images[rows], self.labels[rows])


class Mnist:
    """The chunks that are here, and how to get the others.

    load: brings chunks by their names as files below `folder`/mnist; without it there are only
    those that lie there already.
    """

    def __init__(self, load: Load | None = None, folder: Path | None = None) -> None:
        self._load = load
        self._folder = (folder or Path(np.__file__).parents[1]) / FOLDER
        self._chunks: dict[str, Examples] = {}

    @property
    def loaded(self) -> list[str]:
        """Names of the chunks that are here."""
        return [name for name in CHUNKS if name in self._chunks]

    async def bring(self, names: Iterable[str]) -> None:
        """Load chunks that are not here yet.

        Raises ValueError for a name that is none, ImportError where one cannot be had or is
        not what it should be.
        """
        missing = [name for name in names if name not in self._chunks]
        unknown = [name for name in missing if name not in CHUNKS]
        if unknown:
            raise ValueError(f"MNIST has no chunk {unknown[0]!r}, only {', '.join(CHUNKS)}")
        for name in missing:  # one after the other, so that what came stays if the network ends
            await self._bring(name)

    async def _bring(self, name: str) -> None:
        path = self._folder / name
        if self._load is not None:
            try:
                await self._load([name])
            except Exception as error:
                raise ImportError(f"{name} couldn't be loaded ({error})") from None
        if not path.exists():
            raise ImportError(f"{name} isn't here")
        self._chunks[name] = parse(path.read_bytes())
        if self._load is not None:
            path.unlink()  # the arrays hold it now; twice would be 8 MB too many

    def training(self, examples: int) -> list[Examples]:
        """Return the first `examples` images for training, by chunk. Raises LookupError."""
        return [
            self.part(name)[: max(0, examples - CHUNK * place)]
            for place, name in enumerate(TRAIN)
            if examples > CHUNK * place
        ]

    def validation(self) -> Examples:
        """Return the images to choose by. Raises LookupError where they are not loaded."""
        return self.part(TRAIN[-1])[-VALIDATION:]

    def test(self) -> Examples:
        """Return the 10,000 images that choose nothing. Raises LookupError."""
        return self.part(TEST)

    def part(self, name: str) -> Examples:
        """Return a chunk. Raises LookupError where it is not loaded."""
        if name not in self._chunks:
            raise LookupError(f"{name} isn't loaded yet")
        return self._chunks[name]


async def two_digits(no: int, yes: int) -> tuple[Array, Labels]:
    """Return the images of two digits (n, 784), 0 (paper) to 1 (ink), and their labels (n,).

    The label is 1 for the digit `yes` and 0 for the digit `no`. They come from MNIST's first 10,000
    training images, which the page fetches for it. Raises ImportError where they can't be had.
    """
    mnist = Mnist(samples.bring)
    await mnist.bring(TRAIN[:1])
    first = mnist.part(TRAIN[0])
    chosen = np.isin(first.labels, (no, yes))
    images = grey(first.images[chosen]).astype(np.float64)
    return images, (first.labels[chosen] == yes).astype(np.int64)


def chunks_for(examples: int) -> list[str]:
    """Return the chunks that training on so many examples needs, those for validation included."""
    needed = [name for place, name in enumerate(TRAIN) if examples > CHUNK * place]
    return [*needed, *(name for name in TRAIN[-1:] if name not in needed)]


def parse(data: bytes) -> Examples:
    """Return the examples of a chunk: its labels, then its images. Raises ImportError if cut."""
    if len(data) != CHUNK * (PIXELS + 1):
        raise ImportError(f"a chunk of MNIST has {CHUNK * (PIXELS + 1)} bytes, not {len(data)}")
    everything = np.frombuffer(data, np.uint8)
    return Examples(everything[CHUNK:].reshape(CHUNK, PIXELS), everything[:CHUNK])


def grey(images: Bytes) -> NDArray[np.float32]:
    """Return images (n, 784) as a network takes them: float32, 0 (paper) to 1 (ink)."""
    return images.astype(np.float32) / np.float32(255)


def shifted(images: Bytes, rng: np.random.Generator) -> Bytes:
    """Return images (n, 784), each moved by up to SHIFT pixels; what leaves them is lost."""
    room = np.pad(images.reshape(-1, SIDE, SIDE), ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT)))
    top, left = rng.integers(0, 2 * SHIFT + 1, (len(images), 2)).T
    places = sliding_window_view(room, (1, SIDE, SIDE))[..., 0, :, :]
    moved: Bytes = places[np.arange(len(images)), top, left].reshape(-1, PIXELS)
    return moved
