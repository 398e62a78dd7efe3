import numpy as np


def marks(word, letters):
    """Return a word's marks: 1 for each pair of neighboring letters that it has, else 0.

    letters: all letters in their order, such as "_ab"; the first, "_", is the edge of a word
    -> x (k * k,) for k letters: the pair letters[i] + letters[j] is at position k * i + j
    """
    return np.zeros(len(letters) ** 2)
