"""One neuron that tells two digits apart: image, weights, products, and how they add up."""

from functools import cache

import numpy as np

import nn
from course import samples
from course.figures.controls import Choice, Slider
from course.figures.svg import Element, Svg, number, with_article

DATA = samples.load("perceptron", "readers")
PAIRS = {f"{no}-{yes}": (int(no), int(yes)) for no, yes in DATA["pairs"]}
X, LABELS = DATA["images"] / 255, DATA["labels"]  # (3, 6, 784) and (3, 6)
W, B = DATA["w"].astype(float), DATA["b"]  # (3, 784) and (3,)
STRONGEST = np.abs(W).max(axis=1)

SIDE, DOT, TOP = 28, 3.75, 30
SIZE = SIDE * DOT
LEFT, MIDDLE, RIGHT = 4, 129, 254  # where the three pictures are
SHADES = 5  # of each sign, the darkest for the strongest weight
ZERO, LONG, LINE = 246, 66, 26  # where the bars begin, how long they can be, and their distance

CONTROLS = [
    Choice("pair", "Digits", tuple((key, f"{a} and {b}") for key, (a, b) in PAIRS.items()), "0-1"),
    Slider("image", "Image", 1, X.shape[1], 1, 1),
]


def draw(pair, image):
    k, i = list(PAIRS).index(pair), round(image) - 1
    x, w, b = X[k, i], W[k], float(B[k])
    products = w * x
    parts = (
        ("ink on positive weights", round(float(products[products > 0].sum()), 1)),
        ("ink on negative weights", round(float(products[products < 0].sum()), 1)),
        ("the bias", round(b, 1)),
    )
    z = sum(value for _, value in parts)  # of what's shown, so it can be checked
    answer, truth = PAIRS[pair][int(nn.step(np.array([z]))[0])], PAIRS[pair][int(LABELS[k, i])]
    verdict = "right" if answer == truth else f"wrong: it’s {with_article(truth)}"
    sign = "at least" if z >= 0 else "below"
    said = f"z = {number(z, 1)} is {sign} 0: {with_article(answer)} ({verdict})"
    told = ", ".join(f"{name} adds {number(value, 1)}" for name, value in parts)
    summary = f"The image shows {with_article(truth)}. In the sum, {told}. {said}."
    svg = Svg(362, 140, f"One neuron tells {pair.replace('-', ' from ')}", summary)
    svg.children += [frames(), ink(k, i), signed(k, None), signed(k, i)]
    svg.note(said, "figure-head")
    bars = svg.beside.add("svg", viewBox="0 0 362 76")
    most = max(abs(value) for _, value in parts)
    bars.add("line", x1=ZERO, x2=ZERO, y1=2, y2=74, class_="plane-axis")
    for row, (name, value) in enumerate(parts):
        draw_bar(bars, name, value, most, 16 + LINE * row)
    return svg


def draw_bar(svg, name, value, most, y):
    """Draw a part of the sum: a bar to the right above 0, to the left below."""
    svg.add("text", name, x=LEFT, y=y, class_="perceptron-text")
    length = LONG * abs(value) / most
    kind = "reader-plus" if value > 0 else "reader-minus"
    if value:
        place = {"x": ZERO if value > 0 else ZERO - length, "y": y - 12}
        svg.add("rect", width=max(1.0, length), height=14, class_=kind, **place)
    svg.add("text", number(value, 1), x=358, y=y, class_="perceptron-text plane-end")


@cache
def frames():
    """Return what no control changes."""
    still = Element("g")
    for left, head in ((LEFT, "image"), (MIDDLE, "weights"), (RIGHT, "products")):
        still.add("rect", x=left, y=TOP, width=SIZE, height=SIZE, class_="plane")
        still.add("text", head, x=left + SIZE / 2, y=20, class_="neuron-name")
    for text, left in (("×", MIDDLE), ("=", RIGHT)):
        still.add("text", text, x=left - 10, y=TOP + SIZE / 2 + 6, class_="reader-sign")
    return still.keep()


@cache
def ink(k, i):
    """Return an image in four shades."""
    drawn = Element("g")
    for shade in range(1, 5):
        chosen = np.round(X[k, i] * 4) == shade
        if chosen.any():
            path = squares(chosen, LEFT)
            drawn.add("path", d=path, class_="reader-ink", opacity=shade / 4)
    return drawn.keep()


@cache
def signed(k, i):
    """Return a neuron's weights, times an image if there is one: squares above 0, dots below."""
    drawn = Element("g")
    values, left = (W[k], MIDDLE) if i is None else (W[k] * X[k, i], RIGHT)
    shades = np.round(SHADES * values / STRONGEST[k])
    for shade in range(1, SHADES + 1):
        opacity = 0.55 + 0.45 * (shade - 1) / (SHADES - 1)  # the faintest is still seen
        plus, minus = shades == shade, shades == -shade
        if plus.any():
            path = squares(plus, left)
            drawn.add("path", d=path, class_="reader-plus", opacity=opacity)
        if minus.any():
            path = rounds(minus, left)
            drawn.add("path", d=path, class_="reader-minus-dot", opacity=opacity)
    return drawn.keep()


def rounds(chosen, left):
    """Return a path with the middle of each chosen pixel (784,), for a stroke with round ends."""
    places = np.argwhere(chosen.reshape(SIDE, SIDE)) + 0.5
    return "".join(f"M{left + DOT * x:.1f} {TOP + DOT * y:.1f}h0" for y, x in places.tolist())


def squares(chosen, left):
    """Return a path with a square for each chosen pixel (784,); neighbors in a line are one."""
    path = []
    for row, line in enumerate(chosen.reshape(SIDE, SIDE)):
        edges = np.flatnonzero(np.diff(np.concatenate([[False], line, [False]]).astype(int)))
        for start, end in edges.reshape(-1, 2).tolist():
            x, y, wide = left + DOT * start, TOP + DOT * row, DOT * (end - start)
            path.append(f"M{x:g} {y:g}h{wide:g}v{DOT:g}h-{wide:g}z")
    return "".join(path)
