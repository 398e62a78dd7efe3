"""A word as a picture of its pairs of letters, and what a small network says to it."""

import numpy as np

import nn
from course import samples
from course.figures.controls import Choice
from course.figures.svg import Element, Svg, number, percent

DATA = samples.load("forward", "words")
NETWORK = nn.MLP([DATA["W1"], DATA["W2"]], [DATA["b1"], DATA["b2"]])
LANGUAGES = ("English", "German", "Spanish")
WORDS = ("thunder", "strength", "schmetterling", "gehirn", "mariposa", "queso", "computer", "xyz")
EDGE, LETTERS = "_", "_abcdefghijklmnopqrstuvwxyz"

LEFT, TOP, DOT = 22, 44, 12.4
SIDE = len(LETTERS) * DOT
FIRST, ROW = 132, 19  # of the list of pairs: its first row, and from one to the next
ZERO, REACH = 170, 120  # where a pair's bar begins, and how long the longest one is

SPOKEN = {"schmetterling": "de", "gehirn": "de", "mariposa": "es", "queso": "es"}

CONTROLS = [Choice("word", "Word", tuple((word, word) for word in WORDS), "thunder", SPOKEN)]


def grid():
    """Return the frame with its letter at every row and column."""
    still = Element("g")
    still.add("rect", x=LEFT, y=TOP, width=SIDE, height=SIDE, class_="plane")
    lines = "".join(
        f"M{LEFT + k * DOT:g} {TOP}v{SIDE:g}M{LEFT} {TOP + k * DOT:g}h{SIDE:g}"
        for k in range(1, 27)
    )
    still.add("path", d=lines, class_="words-grid")
    places = [(k + 0.5) * DOT for k in range(len(LETTERS))]
    across = " ".join(f"{LEFT + place:.1f}" for place in places)
    down = " ".join(f"{line(k):.1f}" for k in range(len(places)))
    left = " ".join([f"{LEFT - 9:g}"] * len(places))
    for x, y in ((across, TOP - 7), (left, down)):
        still.add("text", LETTERS, x=x, y=y, class_="words-letter plane-middle")
    still.add("text", "second letter →", x=LEFT + SIDE, y=TOP - 28, class_="plane-label plane-end")
    still.add("text", "first letter ↓", x=6, y=TOP - 28, class_="plane-label")
    return still.keep()


def line(k):
    """Return where a row's letter stands, in the middle: the edge's mark is below all letters."""
    return TOP + (k + 0.5) * DOT + (3.6 if k else -0.4)


def label(parent, k, across, links):
    """Write a letter of a pair once more, bold, above its column or left of its row."""
    middle = (k + 0.5) * DOT
    place = {"x": LEFT + middle, "y": TOP - 7}
    if not across:
        place = {"x": LEFT - 9, "y": line(k)}
    kind = "words-letter words-used plane-middle"
    parent.add("text", LETTERS[k], class_=kind, data_link=" ".join(links), **place)


GRID = grid()


def pairs(word):
    around = f"{EDGE}{word}{EDGE}"
    return [around[i : i + 2] for i in range(len(around) - 1)]


def draw(word):
    x = nn.letter_pairs([word])
    shares = NETWORK.probabilities(x)[0]
    best = int(shares.argmax())
    told = ", ".join(
        f"{name} {percent(share)}" for name, share in zip(LANGUAGES, shares, strict=True)
    )
    features = np.flatnonzero(x[0]).tolist()
    adds = gains(x, features, best)
    most = features[int(adds.argmax())]
    names = {feature: "".join(LETTERS[k] for k in divmod(feature, 27)) for feature in features}
    svg = Svg(
        360,
        TOP + SIDE + 6,
        f"The word {word} as pairs of letters",
        f"{word} has the pairs {', '.join(pairs(word))}; {EDGE} marks the edge of the word. "
        f"{told}. The network's prediction is {LANGUAGES[best]}; {names[most]} adds most to it.",
    )
    svg.children.append(GRID)
    marks(svg, names)
    beside = svg.beside.add("svg", viewBox=f"0 0 360 {FIRST + ROW * len(features)}")
    answers(beside, shares, best)
    listed = dict(zip(names.values(), adds.tolist(), strict=True))
    order = dict.fromkeys(pairs(word))  # as they come, each once
    contributions(beside, [(pair, listed[pair]) for pair in order], LANGUAGES[best])
    return svg


def gains(x, features, best):
    """Return by how much the best answer's logit is larger with each pair than without it."""
    without = np.repeat(x, len(features), axis=0)
    without[np.arange(len(features)), features] = 0
    return NETWORK.forward(x).logits[0, best] - NETWORK.forward(without).logits[:, best]


def marks(svg, names):
    """Draw the mark of each pair, and its two letters beside the grid."""
    links = ({}, {})  # of the letters beside the grid and above it, by their position
    for feature, pair in names.items():
        row, column = divmod(feature, len(LETTERS))
        place = {"x": LEFT + column * DOT, "y": TOP + row * DOT}
        link = f"pair-{pair}"
        svg.add("rect", width=DOT, height=DOT, class_="words-dot", rx=2, data_link=link, **place)
        links[0].setdefault(row, []).append(link)
        links[1].setdefault(column, []).append(link)
    for across, used in enumerate(links):
        for k, named in used.items():
            label(svg, k, bool(across), named)


def answers(svg, shares, best):
    """Draw the three answers as bars."""
    for row, (name, share) in enumerate(zip(LANGUAGES, shares.tolist(), strict=True)):
        y = 2 + 27 * row
        svg.add("text", name, x=4, y=y + 15, class_="words-name")
        width = 216 * share
        kind = "digits-share digits-won" if row == best else "digits-share"
        svg.add("rect", x=80, y=y, width=max(1.0, width), height=20, class_=kind)
        text = percent(share)
        svg.add("text", text, x=86 + width, y=y + 15, class_="words-share")


def contributions(svg, adds, language):
    """List the pairs, each with the answer's logit minus what it is without the pair."""
    text = f"what each pair adds to the logit of {language}"
    svg.add("text", text, x=4, y=FIRST - 24, class_="plane-label")
    ends = {"y1": FIRST - 16, "y2": FIRST + ROW * len(adds) - 6}
    svg.add("line", x1=ZERO, x2=ZERO, class_="plane-axis", **ends)
    longest = max(abs(logit) for _, logit in adds)
    for row, (pair, logit) in enumerate(adds):
        y, link, width = FIRST + ROW * row, f"pair-{pair}", REACH * abs(logit) / longest
        side, kind = (1, "digits-plus") if logit >= 0 else (-1, "digits-minus")
        svg.add("text", pair, x=4, y=y, class_="words-pair", data_link=link)
        place = {"x": ZERO + (width + 6) * side, "y": y, "data_link": link}
        end = "" if logit >= 0 else " plane-end"
        svg.add("text", number(logit, 1), class_=f"words-share{end}", **place)
        box = {"x": ZERO - width * (side < 0), "y": y - 11, "width": max(0.5, width), "height": 12}
        svg.add("rect", class_=kind, data_link=link, **box)
