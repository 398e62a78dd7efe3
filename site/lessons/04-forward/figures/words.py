"""A word as a picture of its pairs of letters, and what a small network says to it."""

import numpy as np

import nn
from course import samples
from course.figures.controls import Choice
from course.figures.svg import Element, Svg

DATA = samples.load("forward", "words")
NETWORK = nn.MLP([DATA["W1"], DATA["W2"]], [DATA["b1"], DATA["b2"]])
LANGUAGES = ("English", "German", "Spanish")
WORDS = ("thunder", "strength", "schmetterling", "gehirn", "mariposa", "queso", "computer", "xyz")
EDGE, LETTERS = "_", "_abcdefghijklmnopqrstuvwxyz"

LEFT, TOP, DOT = 28, 58, 8.0
SIDE = len(LETTERS) * DOT
BARS = TOP + SIDE + 20

CONTROLS = [Choice("word", "Word", tuple((word, word) for word in WORDS), "thunder")]


def grid():
    """Return the frame with its letter at every row and column."""
    still = Element("g")
    still.add("rect", x=LEFT, y=TOP, width=SIDE, height=SIDE, class_="plane")
    lines = "".join(
        f"M{LEFT + k * DOT:g} {TOP}v{SIDE:g}M{LEFT} {TOP + k * DOT:g}h{SIDE:g}"
        for k in range(1, 27)
    )
    still.add("path", d=lines, class_="words-grid")
    for k, letter in enumerate(LETTERS):
        for across in (True, False):
            label(still, letter, k, across, "plane-tick")
    still.add("text", "second letter →", x=LEFT + SIDE, y=TOP - 36, class_="plane-label plane-end")
    still.add("text", "first ↓", x=2, y=TOP - 36, class_="plane-label")
    still.add("text", "its pairs", x=LEFT + SIDE + 14, y=TOP - 5, class_="plane-label")
    return still


def label(parent, letter, k, across, class_, **more):
    """Write a letter above its column or left of its row, in two lines so that each has room."""
    away, middle = 12 * (k % 2), (k + 0.5) * DOT
    place = {"x": LEFT + middle, "y": TOP - 5 - away} if across else {}
    place = place or {"x": LEFT - 8 - away, "y": TOP + middle + 4}
    parent.add("text", letter, class_=f"{class_} plane-middle", **place, **more)


GRID = grid()


def pairs(word):
    around = f"{EDGE}{word}{EDGE}"
    return [around[i : i + 2] for i in range(len(around) - 1)]


def draw(word):
    x = nn.letter_pairs([word])
    shares = NETWORK.probabilities(x)[0]
    best = int(shares.argmax())
    told = ", ".join(
        f"{name} {100 * share:.0f}%" for name, share in zip(LANGUAGES, shares, strict=True)
    )
    svg = Svg(
        360,
        BARS + 84,
        f"The word {word} as pairs of letters",
        f"{word} has the pairs {', '.join(pairs(word))}; {EDGE} marks the edge of the word. "
        f"{told}. The network's prediction is {LANGUAGES[best]}.",
    )
    svg.children.append(GRID)
    links = ({}, {})  # of the letters beside the grid and above it, by their position
    for feature in np.flatnonzero(x[0]).tolist():
        row, column = divmod(feature, len(LETTERS))
        place = {"x": LEFT + column * DOT, "y": TOP + row * DOT}
        link = f"pair-{LETTERS[row]}{LETTERS[column]}"
        svg.add("rect", width=DOT, height=DOT, class_="words-dot", data_link=link, **place)
        links[0].setdefault(row, []).append(link)
        links[1].setdefault(column, []).append(link)
    for across, used in enumerate(links):
        for k, named in used.items():
            more = {"data_link": " ".join(named)}
            label(svg, LETTERS[k], k, bool(across), "plane-tick words-used", **more)
    for k, pair in enumerate(pairs(word)):
        place = {"x": LEFT + SIDE + 24 + 48 * (k // 10), "y": TOP + 14 + 22 * (k % 10)}
        svg.add("text", pair, class_="words-pair", data_link=f"pair-{pair}", **place)
    for row, (name, share) in enumerate(zip(LANGUAGES, shares, strict=True)):
        y = BARS + 28 * row
        svg.add("text", name, x=LEFT - 22, y=y + 15, class_="words-name")
        width = 216 * float(share)
        kind = "digits-share digits-won" if row == best else "digits-share"
        svg.add("rect", x=84, y=y, width=max(1.0, width), height=20, class_=kind)
        text = f"{100 * share:.0f}%"
        svg.add("text", text, x=90 + width, y=y + 15, class_="words-share")
    return svg
