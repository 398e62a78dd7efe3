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
THUMB, APART = 32, 35.4  # the size of the ten small images, and from one to the next
LEFT, MIDDLE, RIGHT, TOP = 4, 131, 258, 76  # where the three pictures are
FOOT, BAR, COLUMN = 90, 58, 360 / UNITS  # the hidden neurons' bars, beside the pictures
GROUND, TALL, WIDE = 240, 62, 36.0  # the ten classes' bars
STRONG = 0.12  # a weight or product that is drawn
LEVELS = ((STRONG, 0.24, "weak"), (0.24, 0.36, "middle"), (0.36, np.inf, "strong"))

CONTROLS = [
    Slider("image", "Image", 0, len(X) - 1, 1, 7),
    Slider("neuron", "Hidden neuron", 1, UNITS, 1, 2),
]


def squares(chosen, left):
    """Return a path with a square for each chosen pixel (784,)."""
    return "".join(f"M{x:g} {y:g}h{DOT}v{DOT}h-{DOT}z" for x, y in corners(chosen, left))


def dots(chosen, left):
    """Return a path with a point in the middle of each chosen pixel; its stroke makes it a dot."""
    return "".join(f"M{x + DOT / 2:g} {y + DOT / 2:g}h0" for x, y in corners(chosen, left))


def corners(chosen, left):
    """Yield the upper left corner of each chosen pixel."""
    for place in np.flatnonzero(chosen).tolist():
        row, column = divmod(place, SIDE)
        yield left + DOT * column, TOP + DOT * row


@cache
def picture(image):
    """Return an image in four shades of ink."""
    drawn, ink = Element("g"), X[image]
    for shade in range(1, 5):
        chosen = (ink > (shade - 0.5) / 4.5) & (ink <= (shade + 0.5) / 4.5)
        if chosen.any():
            drawn.add("path", d=squares(chosen, LEFT), class_=f"digits-ink digits-ink-{shade}")
    return drawn.keep()


@cache
def signed(image, neuron):
    """Return a neuron's weights, times an image if there is one: squares above 0, else dots."""
    drawn, W = Element("g"), DATA["W1"][neuron]
    values, left = (W, MIDDLE) if image is None else (W * X[image], RIGHT)
    for sign, path, kind in ((1, squares, "plus"), (-1, dots, "minus digits-dots")):
        for low, high, level in LEVELS:
            chosen = (sign * values >= low) & (sign * values < high)
            if chosen.any():
                drawn.add("path", d=path(chosen, left), class_=f"digits-{kind} digits-{level}")
    return drawn.keep()


def frames():
    """Return what no control changes of the pictures: their frames, and the small images."""
    still, size = Element("g"), SIDE * DOT
    for image in range(len(X)):
        thumb(still, image)
    for left, head in ((LEFT, "image"), (MIDDLE, "weights"), (RIGHT, "products")):
        still.add("rect", x=left, y=TOP, width=size, height=size, class_="plane")
        place = {"x": left + size / 2, "y": TOP - 10}
        still.add("text", head, class_="plane-label plane-middle", **place)
    for sign, x in (("×", (LEFT + size + MIDDLE) / 2), ("=", (MIDDLE + size + RIGHT) / 2)):
        still.add("text", sign, x=x, y=TOP + size / 2 + 8, class_="digits-sign")
    return still.keep()


def thumb(parent, image):
    """Draw a small image, which is chosen by pressing it; ink in runs along each row."""
    left = 4 + image * APART
    group = parent.add("g", data_set=f"image {image}")
    group.add("rect", x=left, y=4, width=THUMB, height=THUMB, rx=3, class_="plane")
    ink = np.pad(X[image].reshape(SIDE, SIDE) > 0.4, ((0, 0), (1, 1))).astype(int)
    starts, ends = (np.argwhere(np.diff(ink, axis=1) == sign).tolist() for sign in (1, -1))
    runs = zip(starts, ends, strict=True)
    path = "".join(f"M{first} {row}.5h{last - first}" for (row, first), (_, last) in runs)
    place = f"translate({left:g} 4) scale({THUMB / SIDE:.4g})"
    group.add("path", d=path, transform=place, class_="digits-small")


def axes():
    """Return what no control changes of the bars: their ground lines, and the answers' digits."""
    still = Element("g")
    still.add("text", "hidden activations", x=0, y=14, class_="plane-label")
    still.add("text", "the ten answers, in %", x=0, y=GROUND - TALL - 24, class_="plane-label")
    for foot in (FOOT, GROUND):
        still.add("line", x1=0, y1=foot, x2=360, y2=foot, class_="plane-axis")
    for digit in range(10):
        place = {"x": (digit + 0.5) * WIDE, "y": GROUND + 17}
        still.add("text", str(digit), class_="digits-class", **place)
    return still.keep()


FRAMES, AXES = frames(), axes()


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
        204,
        f"{a.capitalize()} {truth} of MNIST on its way through the network",
        f"The image shows {a} {truth}. {on} of {UNITS} hidden neurons are on; neuron {unit + 1} "
        f"has z = {number(z, 1)}, so a = {number(float(hidden[unit]), 1)}. The network's {said}.",
    )
    svg.children += [FRAMES, picture(image), signed(None, unit), signed(image, unit)]
    place = {"x": 3 + image * APART, "y": 3, "width": THUMB + 2, "height": THUMB + 2}
    svg.add("rect", rx=4, class_="digits-frame", **place)
    bias = number(float(DATA["b1"][unit]))
    text = f"neuron {unit + 1}: all 784, with bias {bias}: z = {number(z, 1)}"
    svg.add("text", text, x=LEFT, y=TOP + SIDE * DOT + 24, class_="digits-note")
    svg.note(f"{said[0].upper()}{said[1:]}", "figure-head")
    bars(svg.beside.add("svg", viewBox="0 0 360 262"), hidden, unit, shares)
    return svg


def bars(svg, hidden, unit, shares):
    """Draw the hidden neurons' activations, which are chosen by pressing them, and the answers."""
    svg.children.append(AXES)
    for one, value in enumerate(hidden.tolist()):
        left, sets = one * COLUMN, f"neuron {one + 1}"
        kind = "digits-column digits-chosen" if one == unit else "digits-column"
        place = {"x": left + 1, "y": FOOT - BAR - 4, "width": COLUMN - 2, "height": BAR + 24}
        svg.add("rect", class_=kind, rx=3, data_set=sets, **place)
        place = {"x": left + COLUMN / 2, "y": FOOT + 17}
        kind = "plane-tick plane-middle"
        svg.add("text", str(one + 1), class_=kind, data_set=sets, **place)
        if value > 0:
            height = max(1.5, BAR * value / float(HIDDEN.max()))
            place = {"x": left + 4, "y": FOOT - height, "width": COLUMN - 8}
            svg.add("rect", height=height, class_="digits-bar", data_set=sets, **place)
        else:
            place = {"x": left + COLUMN / 2, "y": FOOT - 5}
            svg.add("text", "off", class_="digits-off", data_set=sets, **place)
    answer = int(shares.argmax())
    for digit, share in enumerate(shares.tolist()):
        height = max(0.5, TALL * share)
        place = {"x": 5 + digit * WIDE, "y": GROUND - height, "width": WIDE - 10}
        kind = "digits-share digits-won" if digit == answer else "digits-share"
        svg.add("rect", height=height, class_=kind, **place)
        if share >= 0.005:
            text, middle = percent(share, 0)[:-1], (digit + 0.5) * WIDE
            y = GROUND - height - 4
            svg.add("text", text, x=middle, y=y, class_="plane-tick plane-middle")
