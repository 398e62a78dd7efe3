# %% right: dictionary-of-pairs
import numpy as np


def marks(word, letters):
    number = {}
    for a in letters:
        for b in letters:
            number[a + b] = len(number)
    x = np.zeros(len(number))
    word = "_" + word + "_"
    for i in range(len(word) - 1):
        x[number[word[i : i + 2]]] = 1
    return x


# %% right: fill-the-grid-then-flatten
def marks(word, letters):
    table = [[0 for _ in letters] for _ in letters]
    last = 0
    for ch in word + "_":
        table[last][letters.index(ch)] = 1
        last = letters.index(ch)
    return [v for line in table for v in line]


# %% right: substring-test
import numpy as np


def marks(word, letters):
    padded = "_{}_".format(word)
    out = np.zeros(len(letters) ** 2, dtype=int)
    for k in range(out.size):
        i, j = divmod(k, len(letters))
        if padded.find(letters[i] + letters[j]) != -1:
            out[k] = 1
    return out


# %% right: one-hot-outer-products
import numpy as np


def marks(word, letters):
    hot = {c: np.eye(len(letters))[i] for i, c in enumerate(letters)}
    grid = sum(np.outer(hot[a], hot[b]) for a, b in zip("_" + word, word + "_"))
    return np.sign(grid).ravel()


# %% edges-left-out: slices-of-the-word
import numpy as np


def marks(word, letters):
    x = np.zeros(len(letters) ** 2)
    for i in range(len(word) - 1):
        a, b = word[i : i + 2]
        x[len(letters) * letters.index(a) + letters.index(b)] = 1
    return x


# %% end-left-out: range-too-short
import numpy as np


def marks(word, letters):
    w = "_" + word + "_"
    x = np.zeros(len(letters) ** 2)
    for i in range(len(w) - 2):
        x[len(letters) * letters.index(w[i]) + letters.index(w[i + 1])] = 1
    return x


# %% start-left-out: range-from-one
import numpy as np


def marks(word, letters):
    w = "_" + word + "_"
    x = np.zeros(len(letters) ** 2)
    for i in range(1, len(w) - 1):
        x[len(letters) * letters.index(w[i]) + letters.index(w[i + 1])] = 1
    return x


# %% pairs-counted-twice: bincount
import numpy as np


def marks(word, letters):
    codes = [letters.index(c) for c in "_" + word + "_"]
    places = [len(letters) * i + j for i, j in zip(codes, codes[1:])]
    return np.bincount(places, minlength=len(letters) ** 2)


# %% rows-and-columns: grid-transposed
import numpy as np


def marks(word, letters):
    grid = np.zeros((len(letters), len(letters)))
    w = f"_{word}_"
    for a, b in zip(w, w[1:]):
        grid[letters.index(b), letters.index(a)] = 1
    return grid.flatten()


# %% last-pair-only: zeros-in-the-loop
import numpy as np


def marks(word, letters):
    w = f"_{word}_"
    for a, b in zip(w, w[1:]):
        x = np.zeros(len(letters) ** 2)
        x[len(letters) * letters.index(a) + letters.index(b)] = 1
    return x


# %% first-pair-only: return-in-the-loop
import numpy as np


def marks(word, letters):
    x = np.zeros(len(letters) ** 2)
    w = f"_{word}_"
    for i in range(len(w) - 1):
        x[len(letters) * letters.index(w[i]) + letters.index(w[i + 1])] = 1
        return x


# %% every-other-pair: step-of-two
import numpy as np


def marks(word, letters):
    x = np.zeros(len(letters) ** 2)
    w = f"_{word}_"
    for i in range(0, len(w) - 1, 2):
        x[len(letters) * letters.index(w[i]) + letters.index(w[i + 1])] = 1
    return x


# %% edge-not-counted: one-letter-less
import numpy as np


def marks(word, letters):
    k = len(letters) - 1
    x = np.zeros(len(letters) ** 2)
    w = f"_{word}_"
    for a, b in zip(w, w[1:]):
        x[k * letters.index(a) + letters.index(b)] = 1
    return x


# %% not-flat: returned-as-a-table
def marks(word, letters):
    table = [[0.0] * len(letters) for _ in letters]
    for a, b in zip("_" + word, word + "_"):
        table[letters.index(a)][letters.index(b)] = 1.0
    return table


# %% wrapped-around: index-minus-one
import numpy as np


def marks(word, letters):
    w = f"_{word}_"
    x = np.zeros(len(letters) ** 2)
    for i in range(len(w)):
        x[len(letters) * letters.index(w[i - 1]) + letters.index(w[i])] = 1
    return x


# %% not-neighbors: combinations
import itertools
import numpy as np


def marks(word, letters):
    x = np.zeros(len(letters) ** 2)
    for a, b in itertools.combinations("_" + word + "_", 2):
        x[len(letters) * letters.index(a) + letters.index(b)] = 1
    return x


# %% none: rows-as-long-as-the-word
import numpy as np


def marks(word, letters):
    w = f"_{word}_"
    x = np.zeros(len(letters) ** 2)
    for a, b in zip(w, w[1:]):
        x[len(word) * letters.index(a) + letters.index(b)] = 1
    return x


# %% none: doubled-letters-skipped
import numpy as np


def marks(word, letters):
    w = f"_{word}_"
    x = np.zeros(len(letters) ** 2)
    for a, b in zip(w, w[1:]):
        if a != b:
            x[len(letters) * letters.index(a) + letters.index(b)] = 1
    return x
