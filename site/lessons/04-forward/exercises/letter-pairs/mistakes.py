import numpy as np

from course.exercises.exercise import form, mistake


def places(word, letters):
    return [letters.index(letter) for letter in word]


def marked(k, pairs):
    x = np.zeros(k * k)
    for i, j in pairs:
        x[k * i + j] = 1
    return x


def neighbors(some):
    return [(some[k], some[k + 1]) for k in range(len(some) - 1)]


@mistake("edges-left-out", see="#words")
def marks(word, letters):
    """You leave out both edges of the word, so its first and last letters have one pair too few.
    The edge counts as a letter. Put `"_"` before and after the word.
    """
    return marked(len(letters), neighbors(places(word, letters)))


@mistake("start-left-out", see="#words")
def marks(word, letters):
    """The pair at the start of the word is missing: the edge and then the first letter. Put `"_"`
    before the word, too, and begin at index 0.
    """
    return marked(len(letters), neighbors(places(word + "_", letters)))


@mistake("end-left-out", see="#words")
def marks(word, letters):
    """The pair at the end of the word is missing: the last letter and then the edge. Put `"_"`
    after the word, too, and go on to the very last pair.
    """
    return marked(len(letters), neighbors(places("_" + word, letters)))


@mistake("pairs-counted-twice", see="#words")
def marks(word, letters):
    """You count how often the word has each pair. A mark only says whether it has the pair, so it's
    1 even if the pair comes back. Set it with `= 1`, not with `+= 1`.
    """
    x = np.zeros(len(letters) ** 2)
    for i, j in neighbors(places("_" + word + "_", letters)):
        x[len(letters) * i + j] += 1
    return x


@mistake("rows-and-columns", see="#words")
def marks(word, letters):
    """You swap the two letters of each pair. The first letter gives the row and is multiplied by
    the number of letters; the second gives the column. Swap i and j in the position.
    """
    return marked(len(letters), [(j, i) for i, j in neighbors(places(f"_{word}_", letters))])


@mistake("both-orders", see="#words")
def marks(word, letters):
    """You mark each pair in both orders. But `th` and `ht` are two different pairs, and a word that
    has one needn't have the other. Mark only the order in which the letters come.
    """
    pairs = neighbors(places(f"_{word}_", letters))
    return marked(len(letters), [*pairs, *((j, i) for i, j in pairs)])


@mistake("edge-not-counted", see="#words")
def marks(word, letters):
    """You multiply the row by one too few, so rows overlap. A row has a mark for every entry of
    `letters`, including `"_"`. Multiply by `len(letters)`.
    """
    x = np.zeros(len(letters) ** 2)
    for i, j in neighbors(places(f"_{word}_", letters)):
        x[(len(letters) - 1) * i + j] = 1
    return x


@mistake("counted-from-one", see="#words")
def marks(word, letters):
    """Your marks are one position too far along, as if the positions counted from 1. Python counts
    from 0, and the pair of letter 0 and letter 0 is at position 0. Leave out the 1 that you add.
    """
    x = np.zeros(len(letters) ** 2)
    for i, j in neighbors(places(f"_{word}_", letters)):
        x[len(letters) * i + j + 1] = 1
    return x


@mistake("numbers-added", see="#words")
def marks(word, letters):
    """You add the numbers of the two letters, so different pairs share a mark: 1 + 2 is 2 + 1. Each
    row needs positions of its own. Multiply the first letter's number by `len(letters)`, then add
    the second's.
    """
    x = np.zeros(len(letters) ** 2)
    for i, j in neighbors(places(f"_{word}_", letters)):
        x[i + j] = 1
    return x


@mistake("letters-for-pairs", see="#words")
def marks(word, letters):
    """You mark single letters. An input belongs to a *pair* of neighboring letters, such as `ab`.
    Go through the word two letters at a time.
    """
    x = np.zeros(len(letters) ** 2)
    x[places(word, letters)] = 1
    return x


@form()
def one_per_letter(word, letters):
    x = np.zeros(len(letters))
    x[places(word, letters)] = 1
    return x


@form()
def one_per_letter_and_edge(word, letters):
    x = np.zeros(len(letters))
    x[places(f"_{word}_", letters)] = 1
    return x


@form()
def letters_and_edges(word, letters):
    x = np.zeros(len(letters) ** 2)
    x[places(f"_{word}_", letters)] = 1
    return x


@mistake("every-other-pair", see="#words")
def marks(word, letters):
    """You cut the word into pieces of two letters, so every other pair is missing. A letter belongs
    to two pairs: with the one before it and with the one after it. Move on by one letter, not by
    two.
    """
    return marked(len(letters), neighbors(places(f"_{word}_", letters))[::2])


@mistake("not-neighbors", see="#words")
def marks(word, letters):
    """You pair each letter with every later one. Only neighbors make a pair: a letter and the one
    right after it. Pair each letter with the next one alone.
    """
    some = places(f"_{word}_", letters)
    pairs = [(i, j) for at, i in enumerate(some) for j in some[at + 1 :]]
    return marked(len(letters), pairs)


@mistake("one-letter-between", see="#words")
def marks(word, letters):
    """Your pairs skip a letter: they take the next but one. A pair is a letter and the one right
    after it. Add 1 to the index, not 2.
    """
    some = places(f"_{word}_", letters)
    return marked(len(letters), list(zip(some[:-2], some[2:], strict=True)))


@mistake("wrapped-around", see="#words")
def marks(word, letters):
    """You also pair the end of the word with its beginning, so there's a mark for two edges in a
    row. In Python, index −1 is the last entry, so a loop that looks one back has to begin at 1.
    Leave that pair out.
    """
    some = places(f"_{word}_", letters)
    return marked(len(letters), [(some[-1], some[0]), *neighbors(some)])


@mistake("first-pair-only", see="#words")
def marks(word, letters):
    """Only the first pair of the word has a mark. That happens if `return` is inside the loop: the
    function ends there. Move it out, below the loop.
    """
    return marked(len(letters), neighbors(places(f"_{word}_", letters))[:1])


@mistake("last-pair-only", see="#words")
def marks(word, letters):
    """Only the last pair of the word has a mark. That happens if the zeros are made anew for each
    pair. Make them once, above the loop.
    """
    return marked(len(letters), neighbors(places(f"_{word}_", letters))[-1:])


@mistake("not-flat", see="#words")
def marks(word, letters):
    """You return the grid as a table of rows and columns. A layer reads one row of numbers per
    example, so lay the rows of the grid out one after the other. Use `reshape(-1)`.
    """
    k = len(letters)
    return marked(k, neighbors(places(f"_{word}_", letters))).reshape(k, k)


@mistake("shares", see="#words")
def marks(word, letters):
    """Your marks add up to 1, because you divide them by how many there are. A mark is 1 if the
    word has the pair, however many others it has. Leave out the division.
    """
    x = marked(len(letters), neighbors(places(f"_{word}_", letters)))
    return x / x.sum()


@form()
def share_of_all_pairs(word, letters):
    x = np.zeros(len(letters) ** 2)
    for i, j in neighbors(places(f"_{word}_", letters)):
        x[len(letters) * i + j] += 1 / (len(word) + 1)
    return x


@mistake("positions-returned", see="#words")
def marks(word, letters):
    """You return the positions of the marks. Each word would then have its own number of inputs,
    but the network always reads one per pair. Put a 1 at each of these positions instead.
    """
    return np.array([len(letters) * i + j for i, j in neighbors(places(f"_{word}_", letters))])


@form()
def each_position_once(word, letters):
    return np.flatnonzero(marked(len(letters), neighbors(places(f"_{word}_", letters))))


@mistake("always-27", see="#words")
def marks(word, letters):
    """You work with 27 letters, whatever `letters` says. That's right for the network, but here
    there may be fewer. Use `len(letters)` instead of 27.
    """
    x = np.zeros(27 * 27)
    for i, j in neighbors(places(f"_{word}_", letters)):
        x[27 * i + j] = 1
    return x
