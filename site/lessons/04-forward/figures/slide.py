"""A filter of 3 x 3 weights slides over a digit: at each position, nine products and their sum."""

from functools import cache, lru_cache

import numpy as np

import nn
from course import samples
from course.figures.controls import Point, Slider, Switch
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number, with_article

DATA = samples.load("forward", "digits")
SIDE, SIZE = 28, 3  # pixels in a row of an image, and of the filter
LAST = SIDE - SIZE  # the last row and column at which the window is still inside
INK = np.round(DATA["images"] / 255, 1).reshape(-1, SIDE, SIDE)
EDGE = np.repeat([[-1.0], [0.0], [1.0]], SIZE, axis=1)  # paper above, ink below

PIXEL, TOP = 6.5, 30  # the size of a pixel in the drawing, and where both pictures begin
LEFT, RIGHT = 4, 219  # the image, the map
# The window's control has its column and row; rows grow downwards.
PLANE = Plane((-1.5, 26.5), (26.5, -1.5), LEFT, TOP, SIDE * PIXEL, SIDE * PIXEL)

# Beside the pictures, above the nine sliders:
LINE, TABLES = 27, 22  # the height of a number's cell, and where the three tables begin
COLUMNS = ((1, 35), (131, 33), (257, 34))  # of ink, weights, products: their left, a cell's width
SIGNS = ((118.5, "×"), (243.5, "="))
FOOT = TABLES + SIZE * LINE + 1  # where they end
SUM = TOP + SIDE * PIXEL + 26  # below the pictures, where the sum of the products is
SHADES = 3

CONTROLS = [
    Point("window", "Window: column, row", (0, LAST), (0, LAST), 1, (6, 6)),
    *(
        Slider(f"w{k}{j}", f"w[{k}, {j}]", -2, 2, 1, int(EDGE[k, j]))
        for k, j in np.ndindex(SIZE, SIZE)
    ),
    Slider("b", "Bias", -3, 3, 1, -1),
    Slider("image", "Image", 0, len(INK) - 1, 1, 7),
    Switch("relu", "ReLU", True),
]


def stretches(chosen):
    """Yield each stretch of chosen pixels (rows, columns) in a row: its start, row, length."""
    padded = np.pad(chosen, ((0, 0), (1, 1))).astype(np.int8)
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    lengths = np.nonzero(steps == -1)[1] - starts
    return zip(starts.tolist(), rows.tolist(), lengths.tolist(), strict=True)


def runs(chosen):
    """Return a path, in pixels, with the chosen ones; neighbors are one part."""
    return "".join(
        f"M{start} {row}h{length}v1h-{length}z" for start, row, length in stretches(chosen)
    )


def dots(chosen):
    """Return a path through the middles of the chosen pixels; its dashes make them dots."""
    return "".join(
        f"M{start + 0.5} {row + 0.5}h{length - 1}" for start, row, length in stretches(chosen)
    )


def shaded(parent, parts, kind, path=runs):
    """Draw where parts of the farthest, 1, are above 0: in a few shades, the strongest for 1."""
    levels = np.ceil(SHADES * parts)
    for shade in range(1, SHADES + 1):
        chosen = levels == shade
        if chosen.any():
            parent.add("path", d=path(chosen), class_=f"{kind} slide-shade-{shade}")


def picture(left):
    """Return a group whose unit is a pixel."""
    place = f"translate({left} {TOP}) scale({PIXEL})"
    return Element("g", transform=place, class_="slide-picture")


@cache
def image_drawn(image):
    drawn = picture(LEFT)
    shaded(drawn, INK[image], "digits-ink")
    return drawn


@lru_cache(32)  # moving the window changes neither
def map_drawn(image, weights, b, relu):
    """Return the map of nine weights, row by row, and its drawing.

    It has squares above 0 and dots below. Ink comes in tenths, and so do the sums.
    """
    W = np.array(weights).reshape(1, 1, SIZE, SIZE)
    z = np.round(nn.conv2d(INK[image][None, None], W, np.array([b]))[0, 0], 1)
    shown = nn.relu(z) if relu else z
    drawn, farthest = picture(RIGHT), max(float(np.abs(shown).max()), 1.0)
    for sign, path, kind in ((1, runs, "digits-plus"), (-1, dots, "digits-minus digits-dots")):
        shaded(drawn, sign * shown / farthest, kind, path)
    return shown, drawn


def frames():
    """Return what no control changes: the frames of the pictures, and of the tables."""
    still, tables = Element("g"), Element("g")
    for left, side, head in ((LEFT, SIDE, "image, 28 × 28"), (RIGHT, LAST + 1, "map, 26 × 26")):
        size = side * PIXEL
        still.add("rect", x=left, y=TOP, width=size, height=size, class_="plane")
        still.add("text", head, x=left + size / 2, y=20, class_="digits-head plane-middle")
    between = {"x": (LEFT + SIDE * PIXEL + RIGHT) / 2, "y": TOP + SIDE * PIXEL / 2 + 8}
    still.add("text", "→", class_="digits-sign", **between)
    for (left, cell), head in zip(COLUMNS, ("ink", "weights", "products"), strict=True):
        width, height = SIZE * cell, SIZE * LINE
        tables.add("rect", x=left, y=TABLES, width=width, height=height, class_="plane")
        middle = left + width / 2
        tables.add("text", head, x=middle, y=TABLES - 9, class_="plane-label plane-middle")
    for x, sign in SIGNS:
        y = TABLES + SIZE * LINE / 2 + 8
        tables.add("text", sign, x=x, y=y, class_="digits-sign")
    return still, tables


FRAMES, TABLE_FRAMES = frames()


def table(svg, place, values, digits, kinds):
    """Write nine numbers; a cell lights up with those at the same position in the other tables."""
    left, cell = place
    for (k, j), value in np.ndenumerate(values):
        at = {"x": left + (j + 0.5) * cell, "y": TABLES + (k + 0.5) * LINE + 5}
        kind = f"slide-number {kinds[int(np.sign(value))]}"
        text = number(float(value), digits)
        svg.add("text", text, class_=kind, data_link=f"slide-{k}{j}", **at)


def frame(svg, left, row, column, side):
    """Mark the pixels that belong to the window's position."""
    place = {"x": left + column * PIXEL, "y": TOP + row * PIXEL}
    size = side * PIXEL
    svg.add("rect", width=size, height=size, class_="slide-window", **place)


def rows_told(values, digits):
    return "; ".join(", ".join(number(float(v), digits) for v in row) for row in values)


def draw(window, image, b, relu, **weights):
    column, row = (round(one) for one in window)
    image = round(image)
    W = np.array([[float(weights[f"w{k}{j}"]) for j in range(SIZE)] for k in range(SIZE)])
    ink = INK[image, row : row + SIZE, column : column + SIZE]
    shown, drawn = map_drawn(image, tuple(W.ravel().tolist()), b, relu)
    products = W * ink
    z = float(nn.conv2d(ink[None, None], W[None, None], np.array([b]))[0, 0, 0, 0])
    a = float(nn.relu(np.array(z)))
    total, bias = number(float(products.sum()), 1), number(b, 0)
    bias = f"({bias})" if b < 0 else bias
    said = f"z[{row}, {column}] = {total} + {bias} = {number(z, 1)}"
    bent = f", and ReLU makes it {number(a, 1)}" if relu else ""
    digit = with_article(int(DATA["labels"][image]))
    above = int((shown > 0).sum())
    svg = Svg(
        392,
        SUM + 28,
        f"A filter slides over {digit}",
        f"The window is at row {row}, column {column}, over the ink {rows_told(ink, 1)}. The "
        f"weights are {rows_told(W, 0)}. The products add up to {total}; with the bias, {said}"
        f"{bent}. In the map, {above} of {shown.size} positions are above 0.",
    )
    svg.children += [FRAMES, image_drawn(image), drawn]
    frame(svg, LEFT, row, column, SIZE)
    frame(svg, RIGHT, row, column, 1)
    PLANE.handle(svg, "window", (column, row))
    beside = svg.beside.add("svg", viewBox=f"0 0 360 {FOOT}")
    beside.children.append(TABLE_FRAMES)
    inks = dict.fromkeys((-1, 0, 1), "slide-ink")
    signs = {-1: "slide-minus", 0: "", 1: "slide-plus"}
    table(beside, COLUMNS[0], ink, 1, inks)
    table(beside, COLUMNS[1], W, 0, dict.fromkeys((-1, 0, 1), "slide-weight"))
    table(beside, COLUMNS[2], products, 1, signs)
    lines = (f"sum + bias: {said}", f"ReLU: {number(a, 1)}")
    for k, text in enumerate(lines[: 1 + relu]):
        svg.add("text", text, x=LEFT, y=SUM + 21 * k, class_="digits-note")
    return svg
