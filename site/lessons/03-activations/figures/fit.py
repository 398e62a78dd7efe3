"""ReLU neurons, each with one bend, follow a curve."""

import numpy as np

import nn
from course.figures.controls import Choice, Point, Slider
from course.figures.plane import Plane
from course.figures.svg import Svg, number

END, MOST = 6, 30
NAMES = {"wave": "The wave", "hill": "The hill", "jump": "The jump", "own": "Your own curve"}
EXACT = 0.005  # nobody sees a smaller distance
JUMP = 3.1  # never the end of a piece
OWN = (0.0, 1.0, -0.5, 0.5, 1.5, -1.0, 0.0)  # the heights of the points, one at each x
POINTS = [f"y{x}" for x in range(END + 1)]
X = np.linspace(0, END, 241)

WIDE = (-0.15, END + 0.15)  # room for the dots and bars at both ends
RANGES = {"wave": (-1.25, 1.25), "hill": (-0.3, 1.75), "jump": (-1.25, 1.25), "own": (-2, 2)}
UPPERS = {name: Plane(WIDE, ends, 40, 28, 308, 186) for name, ends in RANGES.items()}
LOWER = {"left": 40, "top": 268, "width": 308, "height": 96}

CONTROLS = [
    Choice("curve", "Curve", tuple(NAMES.items()), "wave"),
    Slider("neurons", "ReLU neurons", 1, MOST, 1, 6),
    *(
        Point(name, f"Point of your own curve at x = {x}", (x, x), (-2, 2), 0.1, (x, OWN[x]))
        for x, name in enumerate(POINTS)
    ),
]


def target(name, heights=OWN):
    """Return the function of a curve; heights: of the points of the learner's own."""
    return {
        "wave": lambda x: np.sin(1.5 * x),
        "hill": lambda x: 1.5 * np.exp(-((x - 3) ** 2)),
        "jump": lambda x: np.where(x < JUMP, -1.0, 1.0),
        "own": lambda x: np.interp(x, range(END + 1), heights),
    }[name]


def follow(f, neurons):
    """Return the network that meets a curve at the ends of as many pieces, and where they are."""
    t = np.linspace(0, END, neurons + 1)
    return nn.relu_through(t, f(t)), t


def distance(f, network):
    """Return how far the network is from the curve at most, and at which x."""
    gaps = np.abs(network.forward(X[:, None]).logits[:, 0] - f(X))
    return float(gaps.max()), float(X[gaps.argmax()])


def said(gap):
    """Return in a few words how far the network is from the curve."""
    return "right on the curve" if gap < EXACT else f"at most {number(gap)} away"


def weights(svg, network, t):
    """Draw a bar for the weight of each neuron, below its bend."""
    values = network.weights[1][0]
    reach = max(1.0, float(np.abs(values).max())) * 1.1
    plane = Plane(WIDE, (-reach, reach), **LOWER)
    tick = float(f"{reach / 1.1:.0e}")
    plane.frame(svg, (), (0,), y_label="output weight of each ReLU")
    for value in (-tick, tick):
        y = plane.at_y(value)
        text = number(value, 0 if tick.is_integer() else 1)
        svg.add("text", text, x=33, y=y + 4, class_="plane-tick plane-end")
    for j, value in enumerate(values.tolist()):
        x, y = plane.at((t[j], value))
        kind = "fit-plus" if value > 0 else "fit-minus"
        ends = {"x1": x, "x2": x, "y1": plane.at_y(0), "y2": y}
        svg.add("line", **ends, class_=f"fit-weight {kind}", data_link=f"relu-{j}")


def name_lines(svg):
    """Name both lines above their box, after a piece of each: there's always room."""
    for kind, x, name in (("fit-curve", 40, "curve"), ("fit-network", 122, "network’s output")):
        svg.add("line", x1=x, x2=x + 22, y1=15, y2=15, class_=kind)
        svg.add("text", name, x=x + 29, y=19, class_="plane-label")


def heights_at(network, x, y):
    """Return where the curve, y, and the network are at x."""
    drawn = float(network.forward(np.array([[x]])).logits[0, 0])
    return f"x = {number(x, 1)}: the curve is at {number(y)}, the network at {number(drawn)}."


def draw(curve, neurons, **points):
    heights = [points[name][1] for name in POINTS]
    f, count = target(curve, heights), round(neurons)
    network, t = follow(f, count)
    most, at = distance(f, network)
    relus = f"{count} ReLU neuron{'s' if count > 1 else ''}"
    where = "" if most < EXACT else f" from it, at x = {number(at, 1)}"
    svg = Svg(
        360,
        376,
        f"{relus} and a curve",
        f"{NAMES[curve]}, followed by {relus}: the network is {said(most)}{where}. The neurons' "
        f"output weights go from {number(network.weights[1].min())} to "
        f"{number(network.weights[1].max())}.",
    )
    upper, (low, high) = UPPERS[curve], RANGES[curve]
    ticks = range(int(low), int(high) + 1)
    upper.frame(svg, range(END + 1), ticks, "x")
    name_lines(svg)
    upper.line(svg, zip(X, f(X), strict=True), "fit-curve")
    output = network.forward(t[:, None]).logits[:, 0]
    if most >= EXACT:
        drawn = float(network.forward(np.array([[at]])).logits[0, 0])
        upper.line(svg, [(at, float(f(np.array(at)))), (at, drawn)], "fit-gap")
    upper.line(svg, zip(t, output, strict=True), "fit-network")
    marks = np.linspace(0, END, 2 * END + 1)
    upper.walk(svg, zip(marks, f(marks), strict=True), lambda x, y: heights_at(network, x, y))
    for j, place in enumerate(zip(t[:-1], output, strict=False)):
        x, y = upper.at(place)
        svg.add("circle", cx=x, cy=y, r=4.5, class_="fit-bend", data_link=f"relu-{j}")
    weights(svg, network, t)
    if curve == "own":
        for x, name in enumerate(POINTS):
            upper.handle(svg, name, (x, heights[x]))
    svg.note(relus, "figure-head")
    gap = said(most) if most < EXACT else f"largest gap {number(most)}, at x = {number(at, 1)}"
    svg.note(gap, "is-loss")
    svg.note(
        "Each dot is where a neuron bends; its bar below is its output weight.", "figure-quiet"
    )
    return svg
