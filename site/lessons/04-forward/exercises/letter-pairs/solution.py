import numpy as np


def marks(word, letters):
    """Return a word's marks: 1 for each pair of neighbors that it has, else 0.

    letters: all letters in order, such as "_ab"; "_" is the edge of a word
    For k letters, the result has k * k numbers: letters[i] + letters[j] is at
    position k * i + j.
    """
    edged = "_" + word + "_"
    x = np.zeros(len(letters) ** 2)
    for i in range(len(word) + 1):
        first, second = letters.index(edged[i]), letters.index(edged[i + 1])
        x[len(letters) * first + second] = 1
    return x
