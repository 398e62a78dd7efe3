import numpy as np

import nn
from course.exercises.exercise import Function

ALL = "_abcdefghijklmnopqrstuvwxyz"


def marks(word, letters):
    among = np.array([ALL.index(letter) for letter in letters])
    (every,) = nn.letter_pairs([word]).reshape(1, len(ALL), len(ALL))
    return every[np.ix_(among, among)].ravel()


def random(rng):
    letters = "".join(rng.permutation(list(ALL[1:]))[: rng.integers(2, 5)])
    return "".join(rng.choice(list(letters), rng.integers(1, 8))), "_" + letters


CHECKS = [
    Function(
        "marks",
        expected=marks,
        fixed=[
            ("a", "_ab"),
            ("ab", "_ab"),
            ("aa", "_ab"),
            ("abab", "_ab"),
            ("noon", "_no"),
            ("the", "_eht"),
            ("the", ALL),
            ("mississippi", ALL),
        ],
        random=random,
    )
]
