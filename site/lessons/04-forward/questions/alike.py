import numpy as np

import nn
from course import samples
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

GOAL, LEVEL = 6, 2
RECAP = "What does it mean if two"
CASES = ("th", "ei", "o_", "_z", "gh", "a_", "sc", "oo")
LETTERS = "_abcdefghijklmnopqrstuvwxyz"

DATA = samples.load("forward", "words")
MARKS = nn.letter_pairs(DATA["training_words"].tolist())
OFTEN = np.flatnonzero(MARKS.sum(axis=0) >= 10)
NAMES = [LETTERS[k // 27] + LETTERS[k % 27] for k in OFTEN]
COUNTS = np.stack([MARKS[DATA["training_labels"] == k][:, OFTEN].sum(axis=0) for k in range(3)])
SHARES = COUNTS / COUNTS.sum(axis=0)
ALIKE = nn.cosine_similarity(DATA["W1"].T[OFTEN], DATA["W1"].T[OFTEN])


@distinct
def make(rng, pair):
    asked = NAMES.index(pair)
    order = np.argsort(-ALIKE[asked]).tolist()[1:]
    near = [k for k in order[:8] if SHARES[:, k].argmax() == SHARES[:, asked].argmax()]
    near = [k for k in near if SHARES[:, k].max() > 0.75]
    unlike, far = order[-1], [k for k in order[:-1] if ALIKE[asked, k] < 0.3]
    letter = int(rng.choice([k for k in far if set(pair) & set(NAMES[k]) - {"_"}]))
    rest = [k for k in far if ALIKE[asked, k] < 0 and k != letter]
    many = min(rest, key=lambda k: abs(COUNTS[:, k].sum() - COUNTS[:, asked].sum()))
    right = int(rng.choice(near))
    return Choice(
        "A network has learned to tell English, German, and Spanish words by their pairs of"
        f" letters. In its training words, {told(asked)}. Which pair would you expect to have the"
        " most similar embedding?",
        Option(
            told(right),
            "Training only had to make the languages differ, so pairs that occur in the same"
            f" languages got similar numbers. The cosine similarity is {cosine(asked, right)}.",
        ),
        (
            Option(
                told(letter),
                f"`{NAMES[letter]}` and `{pair}` have a letter in common, but each pair is an input"
                " of its own, and the network never sees the letters. Their cosine similarity is"
                f" {cosine(asked, letter)}.",
                "letters-for-pairs",
            ),
            Option(
                told(many),
                f"The number of words isn’t far from that of `{pair}`, but the languages differ,"
                f" and they’re what counts. The cosine similarity is {cosine(asked, many)}.",
                "frequency-for-language",
            ),
            Option(
                told(unlike),
                f"Of all pairs, `{NAMES[unlike]}` is least like `{pair}`, with a cosine similarity"
                f" of {cosine(asked, unlike)}: it points to other languages.",
                "opposite-direction",
            ),
        ),
        "forward#embeddings",
        f"forward#figure-alike?pair={pair}",
    )


def told(k):
    """Return a pair with the number of its words in each language."""
    english, german, spanish = COUNTS[:, k].astype(int).tolist()
    return f"`{NAMES[k]}` is in {english} English, {german} German, and {spanish} Spanish words"


def cosine(one, other):
    return number(ALIKE[one, other])
