"""One weight, nudged: the measured slope next to the computed one."""

import numpy as np

import nn
from course.figures.controls import Choice, Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

X, Y = nn.traced_example()
TRACE = nn.traced_network().forward(X)
SLOPES = nn.traced_network().backward(TRACE, nn.cross_entropy_gradient(TRACE.logits, Y)).parameters
LOSS = nn.cross_entropy(TRACE.logits, Y)
SUB = "₀₁₂"
LAYER = {"1": ("⁽¹⁾", "x", "h"), "2": ("⁽²⁾", "h", "o")}
# (array, index) of every parameter, by a name such as W1-11
PARAMETERS = {
    f"{name}-{''.join(str(i + 1) for i in index)}": (place, index)
    for place, name in enumerate(("W1", "b1", "W2", "b2"))
    for index in np.ndindex(SLOPES[place].shape)
}
FINEST, COARSEST = -10.0, -1.0
EXPONENTS = np.linspace(0.0, FINEST, 41)  # of the curves, from an h that nobody would take
LOWEST = -13.0  # of the logarithms of errors
PLANE = Plane((FINEST, 0.0), (LOWEST, 1.0), 250, 116, 128, 160)  # of the errors
REACH = 0.25  # how much of the weight's axis is shown, to both sides
LEFT, TOP, SIDE = 12, 116, 160  # of the diagram of the loss


def symbol(name):
    """Return a parameter as the text writes it: W1-12 is W⁽¹⁾₁₂."""
    array, _, index = name.partition("-")
    return f"{array[0]}{LAYER[array[1]][0]}{''.join(SUB[int(i)] for i in index)}"


def label(name):
    """Return its symbol, and where it is in the drawing of the network."""
    array, _, index = name.partition("-")
    _, before, after = LAYER[array[1]]
    if array[0] == "b":
        return f"{symbol(name)} ({after}{SUB[int(index)]})"
    return f"{symbol(name)} ({before}{SUB[int(index[1])]} to {after}{SUB[int(index[0])]})"


LABELS = {name: label(name) for name in PARAMETERS}
CONTROLS = [
    Choice("parameter", "Nudge", tuple(LABELS.items()), "W1-11"),
    Slider("exponent", "h is 10 to the power", FINEST, COARSEST, 0.5, -1.0),
]


def loss_at(name, nudge):
    """Return the loss with one parameter nudged."""
    network, (place, index) = nn.traced_network(), PARAMETERS[name]
    network.parameters[place][index] += nudge
    return nn.cross_entropy(network.forward(X).logits, Y)


def slope(name):
    place, index = PARAMETERS[name]
    return float(SLOPES[place][index])


def measured(name, h):
    """Return the loss above and below, and the slope from both sides and from one."""
    above, below = loss_at(name, h), loss_at(name, -h)
    return above, below, (above - below) / (2 * h), (above - LOSS) / h


def height(error):
    return PLANE.at_y(max(LOWEST, min(1.0, np.log10(abs(error)))) if error else LOWEST)


def curves(name):
    """Return the errors of both ways of measuring, as the points of two lines, largest h first."""
    found = np.array([measured(name, 10.0**e)[2:] for e in EXPONENTS]) - slope(name)
    xs = [PLANE.at_x(e) for e in EXPONENTS]
    return [
        [f"{x:.1f},{height(error):.1f}" for x, error in zip(xs, errors, strict=True)]
        for errors in found.T
    ]


def frame():
    """Return the empty diagram of the errors."""
    still = Element("g")
    PLANE.frame(still)
    right, bottom = PLANE.left + PLANE.width, PLANE.top + PLANE.height
    for power in range(-10, 0, 3):
        x = PLANE.at_x(power)
        still.add("line", x1=x, y1=PLANE.top, x2=x, y2=bottom, class_="plane-grid")
        still.add("text", ten(power), x=x, y=bottom + 17, class_="plane-tick plane-middle")
    for power in (-12, -8, -4, 0):
        y = PLANE.at_y(power)
        still.add("line", x1=PLANE.left, y1=y, x2=right, y2=y, class_="plane-grid")
        text = ten(power) if power else "1"
        still.add("text", text, x=PLANE.left - 6, y=y + 4, class_="plane-tick plane-end")
    still.add("text", "error of the measured slope", x=208, y=106, class_="plane-label")
    still.add("text", "h", x=right, y=bottom + 34, class_="plane-label plane-end")
    return still


def ten(power):
    return "10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] if d != "-" else "⁻" for d in f"{power:g}")


FRAME = frame()
CURVES = {name: curves(name) for name in PARAMETERS}


class Valley:
    """The loss around one parameter's value, with its tangent."""

    def __init__(self, name):
        place, index = PARAMETERS[name]
        self.name, self.value = name, float(nn.traced_network().parameters[place][index])
        self.nudges = np.linspace(-REACH, REACH, 21).tolist()
        losses = [loss_at(name, nudge) for nudge in self.nudges]
        span = (min(losses) - 0.05, max(losses) + 0.05)
        self.plane = Plane((-REACH, REACH), span, LEFT, TOP, SIDE, SIDE)
        self.still = Element("g")
        self.plane.frame(self.still)
        tangent = [(nudge, LOSS + slope(name) * nudge) for nudge in (-REACH, REACH)]
        self.curve(self.still, tangent, "nudge-tangent")
        self.curve(self.still, zip(self.nudges, losses, strict=True), "nudge-loss")
        what = f"loss, as {symbol(name)} changes"
        self.still.add("text", what, x=LEFT, y=TOP - 10, class_="plane-label")
        x, bottom = LEFT + SIDE / 2, TOP + SIDE
        self.still.add("line", x1=x, y1=bottom, x2=x, y2=bottom + 5, class_="plane-axis")
        text = number(self.value, 1)
        self.still.add("text", text, x=x, y=bottom + 26, class_="plane-tick plane-middle")

    def curve(self, parent, places, kind):
        points = " ".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in map(self.plane.at, places))
        parent.add("path", d=f"M{points}", class_=kind)

    def nudged(self, svg, h, above, below):
        """Draw the two points, and how far they're from the middle."""
        self.curve(svg, [(-h, below), (h, above)], "nudge-chord")
        bottom = TOP + SIDE
        left, right = self.plane.at_x(-h), self.plane.at_x(h)
        svg.add("path", d=f"M{left:.1f} {bottom + 8}H{right:.1f}", class_="nudge-wide")
        for nudge, loss in ((-h, below), (h, above)):
            x, y = self.plane.at((nudge, loss))
            svg.add("path", d=f"M{x:.1f} {y:.1f}V{bottom}", class_="nudge-now")
            svg.add("circle", cx=x, cy=y, r=6, class_="nudge-dot")
        if right - left > 50:
            for x, text in ((left, "−h"), (right, "+h")):
                svg.add("text", text, x=x, y=bottom + 26, class_="plane-tick plane-middle")


VALLEYS = {name: Valley(name) for name in PARAMETERS}


def label_dots(svg, x, one, both):
    """Name the two dots beside them, a line apart at least."""
    left = x < PLANE.left + PLANE.width / 2
    side = " plane-end" * (not left)
    both = max(both, one + 16) if both >= one else min(both, one - 16)
    for text, y, kind in (("only up", one, "nudge-only"), ("both ways", both, "nudge-computed")):
        place = {"x": x + (10 if left else -10), "y": y + 4}
        svg.add("text", text, class_=f"plane-label on-line on-plane {kind}{side}", **place)


def digits(svg, row, name, text, same, kind):
    """Write a slope with its digits; those that both slopes share are bold."""
    y = 20 + 24 * row
    svg.add("text", name, x=4, y=y, class_=f"nudge-text {kind}")
    line = svg.add("text", text[:same], x=230, y=y, class_=f"nudge-text nudge-said {kind}")
    line.add("tspan", text[same:], class_="nudge-differs")


def shared_digits(one, other):
    """Return how many characters two numbers have in common from the left."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def verdict(exponent, error):
    first, power = f"{abs(error):.0e}".split("e")
    size = f"{first} · {ten(int(power))}" if error else "0"
    if abs(error) < 1e-7:
        return f"error {size}, below 10⁻⁷: they agree"
    if exponent > -5:
        return f"error {size}: h too large, the bend counts"
    return f"error {size}: h too small for the rounding"


def draw(parameter, exponent):
    h, computed = 10.0**exponent, slope(parameter)
    above, below, central, one = measured(parameter, h)
    error = central - computed
    said = verdict(exponent, error)
    title = f"The slope for {LABELS[parameter]}, measured with h = {h:.0e}"
    svg = Svg(
        396,
        330,
        title,
        f"{title}: {number(central, 8)}; computed: {number(computed, 8)}; {said}. "
        f"Measured on one side only, the error would be {abs(one - computed):.0e}.",
    )
    both = number(central, 10), number(computed, 10)
    same = shared_digits(*both)
    digits(svg, 0, "measured with two nudges", both[0], same, "")
    digits(svg, 1, "computed by backpropagation", both[1], same, "nudge-computed")
    svg.add("text", said, x=4, y=76, class_="nudge-text nudge-said")
    svg.children.append(VALLEYS[parameter].still)
    VALLEYS[parameter].nudged(svg, h, above, below)
    svg.children.append(FRAME)
    tried = int((exponent <= EXPONENTS).sum())  # the curves end here: the rest is yours to find
    central_line, one_line = (" ".join(line[:tried]) for line in CURVES[parameter])
    svg.add("polyline", points=one_line, class_="nudge-line nudge-one")
    svg.add("polyline", points=central_line, class_="nudge-line")
    x, low = PLANE.at_x(exponent), PLANE.top + PLANE.height
    if exponent > COARSEST - 1:
        place = {"x": x - 10, "y": PLANE.at_y(-6) + 4}
        svg.add("text", "← smaller h: ?", class_="plane-label on-line on-plane plane-end", **place)
    svg.add("line", x1=x, y1=PLANE.top, x2=x, y2=low, class_="nudge-now")
    svg.add("circle", cx=x, cy=height(one - computed), r=5, class_="nudge-dot nudge-dot-one")
    svg.add("circle", cx=x, cy=height(error), r=5.5, class_="nudge-dot")
    label_dots(svg, x, height(one - computed), height(error))
    return svg
