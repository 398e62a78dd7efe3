"""Ten digits of MNIST through a network with 16 hidden neurons: image, products, values, answer."""

from functools import cache

import numpy as np

import nn
from course import samples
from course.figures.controls import Slider
from course.figures.svg import Element, Svg, number

DATA = samples.load("forward", "digits")
NETWORK = nn.MLP([DATA["W1"], DATA["W2"]], [DATA["b1"], DATA["b2"]])
X = DATA["images"] / 255
TRACE = NETWORK.forward(X)
SHARES = nn.softmax(TRACE.logits)
HIDDEN = TRACE.activations[1]
UNITS = HIDDEN.shape[1]

SIDE, DOT = 28, 3.5  # pixels in a row of an image, and the size of one in the drawing
LEFT, MIDDLE, RIGHT, TOP = 4, 131, 258, 30  # where the three pictures are
FOOT, BAR, COLUMN = 251, 62, 352 / UNITS  # the hidden neurons' bars
GROUND, TALL, WIDE = 371, 62, 35.2  # the ten classes' bars
STRONG = 0.12  # a weight or product that is drawn; a strong one is three times as large

CONTROLS = [
    Slider("image", "Image", 0, len(X) - 1, 1, 7),
    Slider("neuron", "Hidden neuron", 1, UNITS, 1, 2),
]


def squares(chosen, left, share=1.0):
    """Return a path with a square, or a part of its height, for each chosen pixel (784,)."""
    tall = DOT * share
    corners = zip(*np.divmod(np.flatnonzero(chosen), SIDE), strict=True)
    down = TOP + (DOT - tall) / 2
    return "".join(
        f"M{left + DOT * column:g} {down + DOT * row:g}h{DOT}v{tall:g}h-{DOT}z"
        for row, column in ((int(row), int(column)) for row, column in corners)
    )


@cache
def picture(image):
    """Return an image in four shades of ink."""
    drawn, ink = Element("g"), X[image]
    for shade in range(1, 5):
        chosen = (ink > (shade - 0.5) / 4.5) & (ink <= (shade + 0.5) / 4.5)
        if chosen.any():
            drawn.add("path", d=squares(chosen, LEFT), class_=f"digits-ink digits-ink-{shade}")
    return drawn


@cache
def signed(image, neuron):
    """Return a neuron's weights, times an image if there is one: squares above 0, else strokes."""
    drawn, W = Element("g"), DATA["W1"][neuron]
    values, left = (W, MIDDLE) if image is None else (W * X[image], RIGHT)
    for sign, share, kind in ((1, 1.0, "plus"), (-1, 0.35, "minus")):
        for low, high, level in ((STRONG, 3 * STRONG, "weak"), (3 * STRONG, np.inf, "strong")):
            chosen = (sign * values >= low) & (sign * values < high)
            if chosen.any():
                path = squares(chosen, left, share)
                drawn.add("path", d=path, class_=f"digits-{kind} digits-{level}")
    return drawn


def frames():
    """Return what no control changes."""
    still, size = Element("g"), SIDE * DOT
    for left, head in ((LEFT, "image"), (MIDDLE, "weights"), (RIGHT, "products")):
        still.add("rect", x=left, y=TOP, width=size, height=size, class_="plane")
        still.add("text", head, x=left + size / 2, y=20, class_="digits-head plane-middle")
    for sign, x in (("×", (LEFT + size + MIDDLE) / 2), ("=", (MIDDLE + size + RIGHT) / 2)):
        still.add("text", sign, x=x, y=TOP + size / 2 + 8, class_="digits-sign")
    still.add("line", x1=4, y1=FOOT, x2=356, y2=FOOT, class_="plane-axis")
    still.add("line", x1=4, y1=GROUND, x2=356, y2=GROUND, class_="plane-axis")
    for unit in range(UNITS):
        x = 4 + (unit + 0.5) * COLUMN
        still.add("text", str(unit + 1), x=x, y=FOOT + 16, class_="plane-tick plane-middle")
    for digit in range(10):
        x = 4 + (digit + 0.5) * WIDE
        still.add("text", str(digit), x=x, y=GROUND + 18, class_="digits-class")
    return still


FRAMES = frames()


def percent(share, digits):
    """Return a probability in percent, never as all of 100%: softmax does not give that."""
    most = 100 - 10.0**-digits
    text = f"{100 * share:.{digits}f}%"
    return f">{most:.{digits}f}%" if text.startswith("100") else text


def draw(image, neuron):
    image, unit = round(image), round(neuron) - 1
    hidden, shares = HIDDEN[image], SHARES[image]
    z = float(TRACE.pre_activations[0][image, unit])
    truth, answer = int(DATA["labels"][image]), int(shares.argmax())
    verdict = "right" if truth == answer else f"wrong, it's a {truth}"
    said = f"prediction {answer}, with {percent(shares[answer], 1)} ({verdict})"
    on = int((hidden > 0).sum())
    a = "an" if truth == 8 else "a"
    svg = Svg(
        360,
        397,
        f"{a.capitalize()} {truth} of MNIST on its way through the network",
        f"The image shows {a} {truth}. {on} of {UNITS} hidden neurons are on; neuron {unit + 1} "
        f"has z = {number(z, 1)}, so a = {number(float(hidden[unit]), 1)}. The network's {said}.",
    )
    svg.children += [FRAMES, picture(image), signed(None, unit), signed(image, unit)]
    text = f"neuron {unit + 1} adds them up, with its bias: z = {number(z, 1)}"
    svg.add("text", text, x=356, y=150, class_="digits-note plane-end")
    svg.add("text", "hidden activations", x=4, y=178, class_="digits-head")
    for one, value in enumerate(hidden):
        height = max(1.5, BAR * float(value) / float(HIDDEN.max()))
        kind = "digits-bar digits-chosen" if one == unit else "digits-bar"
        place = {"x": 7 + one * COLUMN, "y": FOOT - height, "width": COLUMN - 6}
        if value > 0:
            svg.add("rect", height=height, class_=kind, **place)
        else:
            kind = "digits-off digits-off-chosen" if one == unit else "digits-off"
            middle = 4 + (one + 0.5) * COLUMN
            svg.add("text", "off", x=middle, y=FOOT - 5, class_=kind)
    svg.add("text", said, x=4, y=GROUND - TALL - 18, class_="digits-head")
    for digit, share in enumerate(shares):
        height = TALL * float(share)
        place = {"x": 9 + digit * WIDE, "y": GROUND - height, "width": WIDE - 10}
        kind = "digits-share digits-won" if digit == answer else "digits-share"
        if share >= 0.005:
            svg.add("rect", height=height, class_=kind, **place)
            text, middle = percent(share, 0)[:-1], 4 + (digit + 0.5) * WIDE
            y = GROUND - height - 4
            svg.add("text", text, x=middle, y=y, class_="plane-tick plane-middle")
    return svg
