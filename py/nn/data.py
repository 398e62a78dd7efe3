"""Small data sets, and how to split a data set into mini-batches."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from nn.arrays import Array, Labels


def xor() -> tuple[Array, Labels]:
    """Return x (4, 2) and y (4,): class 1 where exactly one input is 1. No line separates it."""
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array([0, 1, 1, 0])


def two_moons(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Labels]:
    """Return x (n, 2) and y (n,): two half circles of radius 1, each reaching into the other.

    noise is the standard deviation added to both coordinates. The shapes are those of
    https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html
    """
    y = np.arange(n) % 2
    angle = rng.uniform(0, np.pi, n)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    lower = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
    x = np.where(y[:, None] == 0, upper, lower)
    return x + rng.normal(0, noise, x.shape), y


def standardize(x: Array) -> Array:
    """Return x (n, features) with each column's mean subtracted, divided by its deviation.

    Each column of the result has mean 0 and standard deviation 1. Raises ValueError for a column
    whose values are all alike: there's nothing to divide by.
    """
    deviation = x.std(axis=0)
    if not deviation.all():
        raise ValueError(f"standardize: column {deviation.argmin()} of x never changes")
    scaled: Array = (x - x.mean(axis=0)) / deviation
    return scaled


def letter_pairs(words: Sequence[str]) -> Array:
    """Return x (n, 729): 1 where a word has this pair of neighboring letters, else 0.

    The edge of a word counts as a letter, number 0, before a, 1, to z, 26; the pair of i and j is
    feature 27 i + j. Case and accents are dropped, ß is ss, and all but letters is left out.
    """
    x = np.zeros((len(words), 27 * 27))
    for row, word in enumerate(words):
        plain = unicodedata.normalize("NFD", word.casefold())
        letters = [ord(letter) - ord("a") + 1 for letter in plain if "a" <= letter <= "z"]
        for first, second in pairwise([0, *letters, 0]):
            x[row, 27 * first + second] = 1
    return x


def minibatches(
    x: Array, y: Labels, size: int, rng: np.random.Generator
) -> Iterator[tuple[Array, Labels]]:
    """Yield one epoch: all rows once, in random order, `size` at a time; the last may be fewer.

    x (n, features), y (n,). Raises ValueError when x and y differ in length or size < 1.
    """
    if len(x) != len(y):
        raise ValueError(f"minibatches: x {x.shape} and y {y.shape} differ in length")
    if size < 1:
        raise ValueError(f"minibatches: size must be at least 1, not {size}")
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        batch = order[start : start + size]
        yield x[batch], y[batch]
