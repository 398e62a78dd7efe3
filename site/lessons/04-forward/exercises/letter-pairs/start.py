import numpy as np


def marks(word, letters):
    """Return a word's marks: 1 for each pair of neighbors that it has, else 0.

    letters: all letters in order, such as "_ab"; "_" is the edge of a word
    For k letters, the result has k * k numbers: letters[i] + letters[j] is at
    position k * i + j.
    """
    return np.zeros(len(letters) ** 2)
