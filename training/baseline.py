"""Measure what plain sums of pixels can do on MNIST, and what one layer between adds to them.

Called as `python -m training.baseline --mnist DIR`; prints what it finds and writes baseline.npz,
whose numbers Welcome shows. The networks are the project's, with its settings as they
come, once without and once with a hidden layer. All runs are seeded.
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from course.project.mnist import CHUNK, CHUNKS, FOLDER, TEST, TRAIN, Mnist
from course.project.settings import Settings
from course.project.trainer import Measure, Run
from nn import Array
from training import data

TARGET = Path("site/lessons/01-welcome/data/baseline.npz")
SEEDS = (0, 1, 2)
HIDDEN = Settings().hidden


def load(folder: Path) -> Mnist:
    """Return MNIST, read from the folder of its IDX files."""
    with TemporaryDirectory() as name:
        mnist = Mnist(folder=Path(name))
        (Path(name) / FOLDER).mkdir()
        for chunk in CHUNKS:
            stem, place = ("t10k", 0) if chunk == TEST else ("train", TRAIN.index(chunk))
            rows = slice(place * CHUNK, (place + 1) * CHUNK)
            labels = data.read_idx(folder / f"{stem}-labels-idx1-ubyte", data.LABELS_MAGIC)
            images = data.read_idx(folder / f"{stem}-images-idx3-ubyte", data.IMAGES_MAGIC)
            packed = labels[rows].tobytes() + images[rows].tobytes()
            (Path(name) / FOLDER / chunk).write_bytes(packed)
        asyncio.run(mnist.bring(CHUNKS))
    return mnist


def trained(mnist: Mnist, settings: Settings) -> Run:
    """Return a whole run of these settings."""
    run = Run(settings, mnist)
    while not run.done:
        run.slice(60.0)
    return run


def right(mnist: Mnist, run: Run) -> NDArray[np.bool_]:
    """Return which test images the run's network gets right, (10,000,)."""
    measure = Measure(run.network, mnist.test())
    for _ in measure:
        pass
    found: NDArray[np.bool_] = measure.logits.argmax(axis=1) == measure.labels
    return found


def shares(mnist: Mnist, hidden: tuple[int, ...]) -> Array:
    """Return the share of the test images of each digit that is right, (seeds, 10)."""
    found = []
    labels = mnist.test().labels
    for seed in SEEDS:
        correct = right(mnist, trained(mnist, Settings(hidden=hidden, seed=seed)))
        found.append([correct[labels == digit].mean() for digit in range(10)])
        print(f"hidden {hidden}, seed {seed}: test {correct.mean():.2%}", flush=True)
    return np.array(found)


def main() -> None:
    """Read the command line, measure, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    mnist = load(given.mnist)
    given.out.parent.mkdir(exist_ok=True)
    counts = np.bincount(mnist.test().labels, minlength=10)
    np.savez_compressed(
        given.out,
        counts=counts,  # test images of each digit
        sums=shares(mnist, ()),
        layers=shares(mnist, HIDDEN),
        hidden=np.array(HIDDEN),  # neurons of that layer
        trained_on=np.array(Settings().examples),
    )
    print(f"{given.out}: {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
