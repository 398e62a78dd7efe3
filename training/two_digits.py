"""One neuron that tells two digits apart, for the lesson on the perceptron, trained by `nn` alone.

Called as `python -m training.two_digits --mnist DIR`; prints how well each does and writes what the
lesson shows: digits.npz, images of 0 and 1, and readers.npz, a neuron for each of three pairs of
digits. The images come in MNIST's own order; only averages over orders shuffle them, seeded.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

import nn
from course.lessons import lesson_folder, lessons_folder
from course.project.mnist import CHUNK
from nn import Array, Labels
from training import data

PAIRS = ((0, 1), (3, 7), (4, 9))  # of each, the second is to get the answer 1
SHIPPED = 400  # images of the first pair that travel with the lesson
SHADES = 16  # of gray in these, so that they take little room
RATE, EPOCHS, LONG = 1.0, 10, 40
ORDERS = 20  # in which the images are learned anew, to compare more than one run
SHOWN, MISREAD = 2, 2  # images of each digit that are read correctly, and misread ones of either

Examples = tuple[Array, Labels]


def images(mnist: Path, part: str, few: int | None = None) -> Examples:
    """Return MNIST's images as (n, 784), 0 to 255, and their labels."""
    pixels = data.read_idx(mnist / f"{part}-images-idx3-ubyte", data.IMAGES_MAGIC)[:few]
    labels = data.read_idx(mnist / f"{part}-labels-idx1-ubyte", data.LABELS_MAGIC)[:few]
    return pixels.reshape(len(pixels), -1), labels


def only(examples: Examples, no: int, yes: int) -> Examples:
    """Return the images of two digits, and 1 for the second, else 0."""
    pixels, labels = examples
    chosen = np.isin(labels, (no, yes))
    return pixels[chosen], (labels[chosen] == yes).astype(np.int64)


def coarse(pixels: Array) -> Array:
    """Return images in SHADES of gray, 0 to 255."""
    step = 255 / (SHADES - 1)
    return np.round(np.round(pixels / step) * step).astype(np.uint8)


def answers(x: Array, w: Array, b: float) -> Labels:
    """Return what a neuron answers to images of 0 to 255."""
    return nn.step(nn.neuron(x / 255, w, b)).astype(np.int64)


def learned(x: Array, y: Labels, epochs: int = EPOCHS) -> tuple[Array, float, list[int]]:
    """Return what `nn.perceptron_train` finds for images of 0 to 255."""
    return nn.perceptron_train(x / 255, y, RATE, epochs)


def in_orders(learn: Examples, test: Examples, factor: float) -> float:
    """Return the mean accuracy of neurons that learn pixels times a factor in ORDERS orders."""
    rng, found = np.random.default_rng(0), []
    for _ in range(ORDERS):
        order = rng.permutation(len(learn[1]))
        x, y = learn[0][order] * factor, learn[1][order]
        w, b, _ = nn.perceptron_train(x, y, RATE, EPOCHS)
        found.append(nn.accuracy(answers(test[0] * factor * 255, w, b), test[1]))
    return float(np.mean(found))


def chosen(y: Labels, given: Labels) -> Labels:
    """Return where SHOWN images of each digit are that are read correctly, then some misread.

    Of these, one shows each digit where there is one.
    """
    right = [np.flatnonzero((y == label) & (given == label))[:SHOWN] for label in (0, 1)]
    wrong = np.flatnonzero(given != y)
    first = [wrong[y[wrong] == label][:1] for label in (0, 1)]
    misread = list(dict.fromkeys(np.concatenate([*first, wrong]).tolist()))[:MISREAD]
    return np.concatenate([np.ravel(right, order="F"), misread])


def measured(learn: Examples, held: Examples, test: Examples) -> dict[str, Any]:
    """Return what a neuron learns from images of 0 to 255, and how well it reads others."""
    x, y = learn
    w, b, mistakes = learned(x, y)
    long = learned(x, y, LONG)
    back = learned(x[::-1], y[::-1])  # from the same images, the last one first
    pixels, wanted = test
    found = answers(pixels, w, b)
    shown = chosen(wanted, found)
    return {
        "w": w.astype(np.float32),
        "b": b,
        "mistakes": sum(mistakes),
        "epochs": len(mistakes),
        "trained_on": len(x),
        "new": nn.accuracy(answers(held[0], w, b), held[1]),
        "long_mistakes": long[2][-1],
        "long_new": nn.accuracy(answers(held[0], long[0], long[1]), held[1]),
        "test": nn.accuracy(found, wanted),
        "tested_on": len(wanted),
        "orders_test": in_orders(learn, test, 1 / 255),
        "orders_large_test": in_orders(learn, test, 1.0),
        "back_test": nn.accuracy(answers(pixels, back[0], back[1]), wanted),
        "back_differ": np.count_nonzero(np.sign(w) != np.sign(back[0])),
        "images": coarse(pixels[shown]),
        "labels": wanted[shown].astype(np.uint8),
    }


def main() -> None:
    """Read the command line, train, and write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", type=Path, required=True, help="folder of the IDX files")
    out = lesson_folder(lessons_folder(), "perceptron") / "data"
    parser.add_argument("--out", type=Path, default=out)
    given = parser.parse_args()
    given.out.mkdir(exist_ok=True)
    first, test = images(given.mnist, "train", CHUNK), images(given.mnist, "t10k")
    made: dict[str, list[Any]] = {}
    for pair in PAIRS:
        x, y = only(first, *pair)
        if pair == PAIRS[0]:
            x, y = coarse(x[:SHIPPED]), y[:SHIPPED]
            np.savez_compressed(given.out / "digits.npz", images=x, labels=y)
        half = len(x) // 2
        row = measured((x[:half], y[:half]), (x[half:], y[half:]), only(test, *pair))
        for name, value in row.items():
            made.setdefault(name, []).append(value)
        print(pair, {name: value for name, value in row.items() if np.ndim(value) == 0})
    arrays: dict[str, Any] = {name: np.array(values) for name, values in made.items()}
    np.savez_compressed(given.out / "readers.npz", pairs=np.array(PAIRS), **arrays)
    for path in sorted(given.out.glob("*.npz")):
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
