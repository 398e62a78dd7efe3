"""A chain of neurons: what is left of a movement after 1 to 10 layers, as a band and in powers."""

import math
from functools import cache

import nn
from course.figures.controls import Choice, Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

MOST = 10
START = 1.0  # what goes into the chain
LOW, HIGH, TICK = -12, 8, 4  # powers of ten: the widest scale, and its steps
LEFT, COLUMN = 50, 32
RIGHT = LEFT + MOST * COLUMN
BOX = {"left": LEFT, "width": RIGHT - LEFT}
BAND = {"top": 24, "height": 92, **BOX}
NODES = 136
FACTORS = NODES + 28
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
NAMES = {"sigmoid": "Sigmoid", "relu": "ReLU", "tanh": "tanh"}
FATES = {"grows": "It grows.", "fades": "It fades.", "stays as it is": "It stays as it is."}

CONTROLS = [
    Choice("activation", "Activation", tuple(NAMES.items()), "sigmoid"),
    Slider("layers", "Layers", 1, MOST, 1, MOST),
    Slider("weight", "Weight", 0.5, 4, 0.25, 1),
]


def after(layer):
    """Return where what's left after a layer is drawn: at its neuron, from 0 before the first."""
    return max(0.0, layer - 0.5)


def scaled(products):
    """Return the plane of the powers of ten, as high as products need, up to the widest."""
    ends = [math.log10(one) for one in (min(products), max(products))]
    low = max(LOW, TICK * math.floor(min(-0.01, ends[0]) / TICK))
    high = min(HIGH, TICK * math.ceil(max(0.0, ends[1] - 0.01) / TICK))
    return Plane((0, MOST), (low, high), top=204, height=124, **BOX)


def height(plane, value):
    """Return where a positive number lies; what is beyond the scale lies at its edge."""
    low, high = plane.y
    return plane.at_y(min(high, max(low, math.log10(value))))


def power(n):
    return f"10{str(n).translate(RAISED)}"


def middle(layer):
    """Return where a layer's neuron is, across the drawing."""
    return LEFT + (layer + 0.5) * COLUMN


def written(value):
    """Return a number in two or three digits, small and large ones by a power of ten."""
    if 0.01 <= value < 1000:
        return number(value, 3 if value < 1 else 1)
    exponent = math.floor(math.log10(value))
    return f"{number(value / 10**exponent, 1)} · {power(exponent)}"


@cache
def scales(plane):
    """Return the names, and the scale of the powers of ten."""
    svg = Element("g")
    plane.frame(svg)
    low, high = plane.y
    for n in range(low, high + 1, TICK):
        plane.line(svg, [(0, n), (MOST, n)], "plane-grid" if n else "plane-axis")
        place = {"x": LEFT - 7, "y": plane.at_y(n) + 4}
        svg.add("text", power(n) if n else "1", class_="plane-tick plane-end", **place)
    for y, name in ((BAND["top"] + BAND["height"] / 2 + 5, "x"), (FACTORS, "factor")):
        svg.add("text", name, x=LEFT - 7, y=y, class_="plane-tick plane-end")
    for y, text in (
        (BAND["top"] - 8, "a movement of x, layer by layer"),
        (plane.top - 9, "its size after each layer, in powers of ten"),
    ):
        svg.add("text", text, x=LEFT, y=y, class_="plane-label")
    return svg.keep()


def band(svg, layers, ends):
    """Draw the movement as a band that each layer narrows or widens."""
    reach = 1.0 if max(ends) < 1.001 else 3.0  # room to grow
    plane = Plane((0, MOST), (-reach, reach), **BAND)
    window = plane.window(svg)
    for layer in range(layers):
        high = [min(9.0, end) for end in ends[layer : layer + 2]]
        start, end = after(layer), after(layer + 1)
        corners = [(start, high[0]), (end, high[1]), (end, -high[1]), (start, -high[0])]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(plane.at, corners))
        window.add("polygon", points=points, class_="chain-band", data_link=f"layer-{layer}")


@cache
def nodes(count):
    """Return the chain's neurons; those beyond the last one are only hinted at."""
    svg = Element("g")
    svg.add("line", x1=LEFT, x2=RIGHT, y1=NODES, y2=NODES, class_="chain-wire")
    for layer in range(MOST):
        x, y = middle(layer), NODES
        group = svg.add("g", data_link=f"layer-{layer}", data_set=f"layers {layer + 1}")
        kind = "chain-node" if layer < count else "chain-node chain-off"
        group.add("circle", cx=x, cy=y, r=11, class_=kind)
        group.add("text", str(layer + 1), x=x, y=y + 5, class_="chain-layer")
    return svg.keep()


def draw(activation, layers, weight):
    count = round(layers)
    chain = nn.chain(START, [weight] * count, activation)
    left = float(chain.products[-1])
    factors = weight * chain.slopes
    fate = "grows" if left > 1.001 else "fades" if left < 0.999 else "stays as it is"
    long = "1 layer" if count == 1 else f"{count} layers"
    svg = Svg(
        RIGHT + 10,
        340,
        f"A movement on its way through {long}",
        f"{NAMES[activation]}, weight {number(weight)}, {long}: each layer multiplies the "
        f"movement by weight times da/dz, from {number(factors[0])} in the first to "
        f"{number(factors[-1])} in the last. What is left is {written(left)}: it {fate}.",
    )
    ends = [1.0, *map(float, chain.products)]
    plane = scaled(ends)
    svg.children.append(scales(plane))
    band(svg, count, ends)
    places = [(plane.at_x(after(k)), height(plane, end)) for k, end in enumerate(ends)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    svg.add("polyline", points=points, class_="chain-course")
    svg.children.append(nodes(count))
    for layer, (factor, product) in enumerate(zip(factors, chain.products, strict=True)):
        x, link = middle(layer), f"layer-{layer}"
        text = number(factor, 2 if factor < 1 else 1).removeprefix("0")
        svg.add("text", text, x=x, y=FACTORS, class_="chain-factor", data_link=link)
        x, y = places[layer + 1]
        if product < 10.0**LOW:
            svg.add("path", d=f"M{x - 6} {y - 9}h12l-6 9z", class_="chain-dot")
        else:
            svg.add("circle", cx=x, cy=y, r=4.5, class_="chain-dot", data_link=link)
    tell(svg, long, left, FATES[fate], weight, chain.slopes)
    return svg


def tell(svg, long, left, fate, weight, slopes):
    """Say beside the drawing what is left, and how each layer multiplies."""
    svg.note(f"size of the movement after {long}", "figure-quiet")
    svg.note(written(left), "chain-left is-gradient")
    svg.note(fate, "figure-result")
    rule = svg.note("Each layer multiplies by ")
    rule.add("b", "weight", class_="is-weight")
    rule.children.append(" · ")
    rule.add("b", "slope", class_="is-gradient")
    rule.children.append(":")
    for name, slope in zip(("first", "last"), (slopes[0], slopes[-1]), strict=True):
        line = svg.note(f"{name} layer: ")
        line.add("span", number(weight), class_="is-weight")
        line.children.append(" · ")
        line.add("span", number(float(slope)), class_="is-gradient")
        line.children.append(f" = {number(weight * float(slope))}")
