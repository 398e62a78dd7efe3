"""The two small networks of the lesson Forward propagation, trained by `nn` alone.

Called as `python -m training.small --mnist DIR`; prints how well they do and writes what the lesson
shows: digits.npz, a network for MNIST with ten test images, and words.npz, a network that tells the
language of a word, with its training words and with words that it has not seen. Without --mnist,
only words.npz is written. Both runs are seeded.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

import nn
from nn import Array, Labels
from training import data

ROOT = Path(__file__).parents[1]
LANGUAGES = ("english", "german", "spanish")
WORDS = Path(__file__).parent / "words"  # collected by hand; accents do not matter
OUT = ROOT / "site" / "lessons" / "04-forward" / "data"
HIDDEN = 16
VALIDATION = 5_000  # of MNIST's 60,000 training images
HELD_OUT = 0.2  # of the words


def fit(
    network: nn.MLP,
    x: Array,
    y: Labels,
    epochs: int,
    decay: float,
    rng: np.random.Generator,
    after: Callable[[int], None],
) -> None:
    """Train with Adam on batches of 64; decay is taken from every weight at every step."""
    rate = 0.002
    optimiser = nn.Adam(network.parameters, rate)
    for epoch in range(epochs):
        optimiser.learning_rate = rate * (1 - epoch / epochs)
        for batch, labels in nn.minibatches(x, y, 64, rng):
            trace = network.forward(batch)
            grad = nn.cross_entropy_gradient(trace.logits, labels)
            for W in network.weights:
                W *= 1 - decay * optimiser.learning_rate
            optimiser.step(network.backward(trace, grad).parameters)
        after(epoch)


def rounded(network: nn.MLP, x: Array) -> nn.MLP:
    """Return the network as it is shipped: in float16, weights of inputs that are always 0 as 0."""
    first = np.where(x.any(axis=0), network.weights[0], 0)
    weights = [W.astype(np.float16).astype(np.float64) for W in (first, *network.weights[1:])]
    biases = [b.astype(np.float16).astype(np.float64) for b in network.biases]
    return nn.MLP(weights, biases)


def save(path: Path, network: nn.MLP, **more: Any) -> None:
    """Write a network of two layers and what goes with it."""
    names = zip(("W1", "b1", "W2", "b2"), network.parameters, strict=True)
    halves = {name: values.astype(np.float16) for name, values in names}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **halves, **more)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def images(mnist: Path, part: str) -> tuple[Array, Labels]:
    """Return MNIST's images as (n, 784), 0 to 255, and their labels."""
    pixels = data.read_idx(mnist / f"{part}-images-idx3-ubyte", data.IMAGES_MAGIC)
    labels = data.read_idx(mnist / f"{part}-labels-idx1-ubyte", data.LABELS_MAGIC)
    return pixels.reshape(len(pixels), -1), labels.astype(np.int64)


def digits(mnist: Path, epochs: int) -> None:
    """Train 784-16-10 on MNIST. The ten images are the test set's first of each digit."""
    rng = np.random.default_rng(0)
    pixels, labels = images(mnist, "train")
    order = rng.permutation(len(pixels))
    x, y = (pixels[order] / 255).astype(np.float32), labels[order]
    kept, checked = slice(VALIDATION, None), slice(VALIDATION)
    network = nn.MLP.random([784, HIDDEN, 10], rng, dtype=np.float32)

    def report(epoch: int) -> None:
        right = nn.accuracy(network.predict(x[checked]), y[checked])
        print(f"digits, epoch {epoch + 1}: validation {right:.2%}", flush=True)

    fit(network, x[kept], y[kept], epochs, 1e-2, rng, report)
    shipped = rounded(network, x[kept])
    test, wanted = images(mnist, "t10k")
    accuracy = nn.accuracy(shipped.predict(test / 255), wanted)
    print(f"digits, as shipped: test {accuracy:.2%} of {len(test):,}")
    chosen = [int(np.flatnonzero(wanted == digit)[0]) for digit in range(10)]
    shown = {"images": test[chosen].astype(np.uint8), "labels": wanted[chosen].astype(np.uint8)}
    save(OUT / "digits.npz", shipped, **shown, test_accuracy=accuracy, tested_on=len(test))


def word_lists() -> tuple[list[str], Labels]:
    """Return all words, each once, with the number of their language; shared words are left out."""
    lists = [set((WORDS / f"{name}.txt").read_text("utf-8").split()) for name in LANGUAGES]
    words: list[str] = []
    labels: list[int] = []
    for number, own in enumerate(lists):
        others = set().union(*(other for other in lists if other is not own))
        words += sorted(own - others)
        labels += [number] * len(own - others)
    return words, np.array(labels)


def speaker(x: Array, y: Labels) -> nn.MLP:
    """Train 729-16-3 on words just as the lesson's cell `train` does."""
    rng = np.random.default_rng(0)
    network = nn.MLP.random([x.shape[1], HIDDEN, len(LANGUAGES)], rng)
    optimizer = nn.Adam(network.parameters, 0.005)
    for _ in range(5):
        for batch, labels in nn.minibatches(x, y, 64, rng):
            trace = network.forward(batch)
            grad = nn.cross_entropy_gradient(trace.logits, labels)
            optimizer.step(network.backward(trace, grad).parameters)
    return network


def words() -> None:
    """Train on four words in five and keep the fifth as test words."""
    listed, labels = word_lists()
    order = np.random.default_rng(0).permutation(len(listed))
    listed, y = [listed[place] for place in order], labels[order]
    x = nn.letter_pairs(listed)
    held = round(HELD_OUT * len(listed))
    network = speaker(x[held:], y[held:])
    for part, chosen in (("training", slice(held, None)), ("test", slice(held))):
        right = nn.accuracy(network.predict(x[chosen]), y[chosen])
        print(f"words: {right:.2%} of the {len(y[chosen]):,} {part} words")
    small = y.astype(np.uint8)
    lists = {"training_words": listed[held:], "training_labels": small[held:]}
    lists |= {"test_words": listed[:held], "test_labels": small[:held]}
    save(OUT / "words.npz", network, **lists)


def main() -> None:
    """Read the command line and train both, or the one for words alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", type=Path, help="folder of the IDX files")
    parser.add_argument("--epochs", type=int, default=12, help="for the digits")
    given = parser.parse_args()
    words()
    if given.mnist:
        digits(given.mnist, given.epochs)


if __name__ == "__main__":
    main()
