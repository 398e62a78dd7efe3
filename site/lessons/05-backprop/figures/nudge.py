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
AGREE = -7  # errors below this power of ten count as agreement
PLANE = Plane((FINEST, 0.0), (LOWEST, 1.0), 50, 30, 302, 172)  # of the errors
REACH = 0.4  # how much of the weight's axis is shown, to both sides
LEFT, TOP, WIDE, HIGH = 36, 26, 316, 216  # of the diagram of the loss
NAME = 80  # units that the longer of its two labels takes


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
    top = PLANE.at_y(AGREE)
    band = {"x": PLANE.left, "y": top, "width": PLANE.width, "height": bottom - top}
    still.add("rect", class_="nudge-agree", **band)
    for power in range(-10, 0, 3):
        x, y = PLANE.at((power, power))
        still.add("line", x1=x, y1=PLANE.top, x2=x, y2=bottom, class_="plane-grid")
        still.add("text", ten(power), x=x, y=bottom + 17, class_="plane-tick plane-middle")
        still.add("line", x1=PLANE.left, y1=y, x2=right, y2=y, class_="plane-grid")
        still.add("text", ten(power), x=PLANE.left - 6, y=y + 4, class_="plane-tick plane-end")
    still.add("text", "they agree", x=right - 8, y=bottom - 9, class_="nudge-agreed plane-end")
    name = "error of the measured slope"
    still.add("text", name, x=PLANE.left, y=20, class_="plane-label")
    still.add("text", "h", x=right, y=bottom + 33, class_="plane-label plane-end")
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
        self.nudges = np.linspace(-REACH, REACH, 11).tolist()
        losses = [loss_at(name, nudge) for nudge in self.nudges]
        tangent = [(nudge, LOSS + slope(name) * nudge) for nudge in (-REACH, REACH)]
        seen = *losses, *(loss for _, loss in tangent)
        span = (min(seen) - 0.05, max(seen) + 0.05)
        self.plane = Plane((-REACH, REACH), span, LEFT, TOP, WIDE, HIGH)
        self.still = Element("g")
        step = 0.2 if span[1] - span[0] > 0.5 else 0.1
        ticks = np.arange(np.ceil(span[0] / step), span[1] / step) * step
        self.plane.frame(self.still, y_ticks=ticks.tolist(), digits=1)
        self.curve(self.still, tangent, "nudge-tangent")
        self.curve(self.still, zip(self.nudges, losses, strict=True), "nudge-loss")
        what = f"loss, as {symbol(name)} changes"
        self.still.add("text", what, x=LEFT, y=TOP - 10, class_="plane-label")
        self.names(losses)
        x, bottom = LEFT + WIDE / 2, TOP + HIGH
        self.still.add("line", x1=x, y1=bottom, x2=x, y2=bottom + 5, class_="plane-axis")
        text = number(self.value, 1)
        self.still.add("text", text, x=x, y=bottom + 26, class_="plane-tick plane-middle")

    def names(self, losses):
        """Name the curve above its low end, and the tangent below its high end."""
        rising = losses[-1] > losses[0]
        low, high = (LEFT + 8, LEFT + WIDE - 8) if rising else (LEFT + WIDE - 8, LEFT + 8)
        start, end = ("", " plane-end") if rising else (" plane-end", "")
        y = self.plane.at_y(losses[2] if rising else losses[-3]) - 8
        self.still.add("text", "loss", x=low, y=y, class_=f"nudge-name is-loss{start}")
        nudge = REACH - 2 * REACH * NAME / WIDE  # where the label of the tangent begins
        y = self.plane.at_y(LOSS + abs(slope(self.name)) * nudge) + 18
        text = {"x": high, "y": y, "class_": f"nudge-name is-gradient{end}"}
        self.still.add("text", "computed", **text)

    def curve(self, parent, places, kind):
        points = " ".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in map(self.plane.at, places))
        parent.add("path", d=f"M{points}", class_=kind)

    def nudged(self, svg, h, above, below):
        """Draw the two points, and how far they're from the middle."""
        self.curve(svg, [(-h, below), (h, above)], "nudge-chord")
        bottom = TOP + HIGH
        left, right = self.plane.at_x(-h), self.plane.at_x(h)
        svg.add("path", d=f"M{left:.1f} {bottom + 8}H{right:.1f}", class_="nudge-wide")
        for nudge, loss in ((-h, below), (h, above)):
            x, y = self.plane.at((nudge, loss))
            svg.add("path", d=f"M{x:.1f} {y:.1f}V{bottom}", class_="nudge-now")
            svg.add("circle", cx=x, cy=y, r=6, class_="nudge-dot")
        if right - left > 50:
            for x, text in ((left, "−h"), (right, "+h")):
                svg.add("text", text, x=x, y=bottom + 26, class_="plane-tick plane-middle")
        else:  # beside the weight's value
            x = LEFT + WIDE / 2 + 16
            svg.add("text", "± h", x=x, y=bottom + 26, class_="plane-tick")


VALLEYS = {name: Valley(name) for name in PARAMETERS}


def label_dots(svg, x, one, both):
    """Name the two dots, a line apart at least: left of them, else above them and the curves."""
    left = x < PLANE.left + NAME
    side = " plane-end" * (not left)
    if left:
        top = min(one, both)
        one, both = top - 34, top - 18
    both = max(both, one + 16) if both >= one else min(both, one - 16)
    for text, y, kind in (("only up", one, "nudge-only"), ("both ways", both, "nudge-computed")):
        place = {"x": x + (10 if left else -10), "y": y + 4}
        svg.add("text", text, class_=f"plane-label on-line on-plane {kind}{side}", **place)


def digits(svg, name, text, same, kind):
    """Write a slope with its digits beside the drawing; those that both slopes share are bold."""
    row = svg.note("", f"nudge-row {kind}")
    row.add("span", name)
    line = row.add("span")
    line.add("b", text[:same])
    line.add("span", text[same:], class_="nudge-differs")


def shared_digits(one, other):
    """Return how many characters two numbers have in common from the left."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def verdict(exponent, error):
    """Return how large an error is, and why."""
    first, power = f"{abs(error):.0e}".split("e")
    size = f"error {first} · {ten(int(power))}" if error else "error 0"
    if abs(error) < 10.0**AGREE:
        return size, f"below {ten(AGREE)}, so they agree"
    if exponent > -5:
        return size, "this h is too large, the bend counts"
    return size, "this h is too small for the rounding"


def draw(parameter, exponent):
    h, computed = 10.0**exponent, slope(parameter)
    above, below, central, one = measured(parameter, h)
    error = central - computed
    size, why = verdict(exponent, error)
    title = f"The slope for {LABELS[parameter]}, measured with h = {h:.0e}"
    svg = Svg(
        360,
        TOP + HIGH + 32,
        title,
        f"{title}: {number(central, 8)}; computed: {number(computed, 8)}; {size}: {why}. "
        f"Measured on one side only, the error would be {abs(one - computed):.0e}.",
    )
    svg.children.append(VALLEYS[parameter].still)
    VALLEYS[parameter].nudged(svg, h, above, below)
    both = number(central, 10), number(computed, 10)
    same = shared_digits(*both)
    svg.note(f"{why[0].upper()}{why[1:]}", "figure-head")
    digits(svg, "measured both ways", both[0], same, "")
    digits(svg, "computed", both[1], same, "is-gradient")
    svg.note(f"{size[0].upper()}{size[1:]}", "figure-next")
    errors(svg.beside.add("svg", viewBox="0 0 360 238"), parameter, exponent, one - computed, error)
    return svg


def errors(svg, parameter, exponent, one, both):
    """Draw the errors of both ways of measuring, for this h and those above it."""
    svg.children.append(FRAME)
    tried = int((exponent <= EXPONENTS).sum())  # the curves end here: the rest is yours to find
    central_line, one_line = (" ".join(line[:tried]) for line in CURVES[parameter])
    svg.add("polyline", points=one_line, class_="nudge-line nudge-one")
    svg.add("polyline", points=central_line, class_="nudge-line")
    x, low = PLANE.at_x(exponent), PLANE.top + PLANE.height
    if exponent > COARSEST - 1:
        box = {"x": PLANE.left, "y": PLANE.top, "width": x - PLANE.left, "height": PLANE.height}
        svg.add("rect", class_="nudge-untried", **box)
        place = {"x": (PLANE.left + x) / 2, "y": PLANE.at_y(-5.5) + 5}
        svg.add("text", "not tried yet: smaller h", class_="nudge-name plane-middle", **place)
    svg.add("line", x1=x, y1=PLANE.top, x2=x, y2=low, class_="nudge-now")
    svg.add("circle", cx=x, cy=height(one), r=5, class_="nudge-dot nudge-dot-one")
    svg.add("circle", cx=x, cy=height(both), r=5.5, class_="nudge-dot")
    label_dots(svg, x, height(one), height(both))
