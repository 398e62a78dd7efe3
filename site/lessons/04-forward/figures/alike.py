"""Pairs of letters by their learned numbers: the nearest and the farthest of a chosen one."""

from functools import cache

import numpy as np

import nn
from course import samples
from course.figures.controls import Choice
from course.figures.svg import Element, Svg, number, percent

DATA = samples.load("forward", "words")
LANGUAGES = ("English", "German", "Spanish")
LETTERS = "_abcdefghijklmnopqrstuvwxyz"
RARE = 10  # training words; a pair that has fewer isn't shown
NEAREST, FARTHEST = 5, 2  # as many as the text counts

MARKS = nn.letter_pairs(DATA["training_words"].tolist())
OFTEN = np.flatnonzero(MARKS.sum(axis=0) >= RARE)
NAMES = [LETTERS[i] + LETTERS[j] for i, j in zip(*np.divmod(OFTEN, len(LETTERS)), strict=True)]
VECTORS = DATA["W1"].T[OFTEN]  # (pairs, 16): an embedding per row
ALIKE = nn.cosine_similarity(VECTORS, VECTORS)
WORDS = np.stack([MARKS[DATA["training_labels"] == k][:, OFTEN].sum(axis=0) for k in range(3)], 1)
SHARES = WORDS / WORDS.sum(axis=1, keepdims=True)

TOP, ROW, GAP = 66, 35, 36  # the first row, the height of one, and what's left before the last ones
STRIP, CELL = 34, 8.25  # where a pair's numbers begin, and the room of one
HIGH = 15  # of the bar of the largest number
COSINE, BARS, PITCH, BAR = 213, 222, 61, 50

CONTROLS = [Choice("pair", "Pair", tuple((name, name) for name in NAMES), "o_")]


def heads():
    """Return what no control changes."""
    still = Element("g")
    still.add("rect", x=0, y=TOP - 18, width=400, height=36, rx=6, class_="alike-chosen")
    still.add("text", "pair", x=4, y=36, class_="plane-label")
    still.add("text", "its 16 numbers", x=STRIP + 4, y=36, class_="plane-label")
    still.add("text", "cosine", x=COSINE, y=36, class_="plane-label plane-end")
    still.add("text", "its training words", x=BARS, y=16, class_="plane-label")
    for column, language in enumerate(LANGUAGES):
        still.add("text", language, x=BARS + PITCH * column, y=36, class_="alike-language")
    for after, said in ((1, "most alike"), (1 + NEAREST, "least alike")):
        y = TOP + ROW * after + GAP * (after > 1) + 10
        still.add("text", said, x=4, y=y, class_="alike-said")
    return still


HEADS = heads()
LARGEST = float(np.abs(VECTORS).max())


@cache
def row(one):
    """Return a pair's row around y = 0: its name, its numbers, and the shares of the languages.

    A number is a bar, up above 0 and down below.
    """
    drawn, paths = Element("g"), {"plus": "", "minus": ""}
    for k, value in enumerate(VECTORS[one].tolist()):
        long = HIGH * value / LARGEST
        paths["plus" if value >= 0 else "minus"] += bar(STRIP + CELL * k + 1, CELL - 2, long, 0)
    ground = f"M{STRIP} 0h{CELL * len(VECTORS[one]):.1f}"
    drawn.add("path", d=ground, class_="plane-axis")
    for kind, path in paths.items():
        drawn.add("path", d=path, class_=f"digits-{kind}")
    drawn.add("text", NAMES[one], x=4, y=5, class_="words-pair")
    starts = [BARS + PITCH * column for column in range(len(LANGUAGES))]
    drawn.add("path", d="".join(bar(x, BAR, 8, -8) for x in starts), class_="alike-room")
    widths = zip(starts, SHARES[one].tolist(), strict=True)
    drawn.add("path", d="".join(bar(x, BAR * w, 8, -8) for x, w in widths), class_="alike-share")
    return drawn


def bar(x, width, up, down):
    """Return the path of a rectangle from one height above y = 0 to another."""
    return f"M{x:.1f} {-down:.1f}h{width:.1f}V{-up:.1f}h{-width:.1f}z"


def draw(pair):
    chosen = NAMES.index(pair)
    order = np.argsort(-ALIKE[chosen], kind="stable")
    order = [one for one in order.tolist() if one != chosen]
    near, far = order[:NEAREST], order[-FARTHEST:]
    svg = Svg(
        400,
        TOP + ROW * (NEAREST + FARTHEST) + 2 * GAP + 20,
        f"The pairs whose numbers are most like those of {pair}",
        f"{told(chosen)}. Most alike: {listed(near, chosen)}. Least alike: {listed(far, chosen)}.",
    )
    svg.children.append(HEADS)
    for at, one in enumerate([chosen, *near, *far]):
        y = TOP + ROW * at + GAP * ((at > 0) + (at > NEAREST))
        svg.add("g", transform=f"translate(0 {y})").children.append(row(one))
        if at:
            cosine = number(ALIKE[chosen, one])
            svg.add("text", cosine, x=COSINE, y=y + 5, class_="alike-cosine plane-end")
    return svg


def told(one):
    """Return a pair with how many training words of each language have it."""
    counts = zip(WORDS[one], LANGUAGES, strict=True)
    return f"{NAMES[one]} is in {', '.join(f'{n:.0f} {name}' for n, name in counts)} training words"


def listed(some, chosen):
    """Return pairs with their cosines and the language that most of their words have."""
    return ", ".join(
        f"{NAMES[one]} {number(ALIKE[chosen, one])}"
        f" ({percent(float(SHARES[one].max()))} {LANGUAGES[int(SHARES[one].argmax())]})"
        for one in some
    )
