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
EXPONENTS = np.linspace(COARSEST, FINEST, 37)
LOWEST = -13.0  # of the logarithms of errors
PLANE = Plane((FINEST, COARSEST), (LOWEST, 0.0), 52, 158, 280, 196)


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
    return PLANE.at_y(max(LOWEST, min(0.0, np.log10(abs(error)))) if error else LOWEST)


def curves(name):
    """Return the errors of both ways of measuring, as the points of two lines, largest h first."""
    found = np.array([measured(name, 10.0**e)[2:] for e in EXPONENTS]) - slope(name)
    xs = [PLANE.at_x(e) for e in EXPONENTS]
    return [
        [f"{x:.1f},{height(error):.1f}" for x, error in zip(xs, errors, strict=True)]
        for errors in found.T
    ]


def frame():
    still = Element("g")
    PLANE.frame(still)
    for power in range(-10, 0, 3):
        x, bottom = PLANE.at_x(power), PLANE.top + PLANE.height
        still.add("line", x1=x, y1=PLANE.top, x2=x, y2=bottom, class_="plane-grid")
        still.add("text", ten(power), x=x, y=bottom + 17, class_="plane-tick plane-middle")
    for power in (-12, -8, -4, 0):
        y = PLANE.at_y(power)
        still.add("line", x1=52, y1=y, x2=332, y2=y, class_="plane-grid")
        text = ten(power) if power else "1"
        still.add("text", text, x=46, y=y + 4, class_="plane-tick plane-end")
    label = "error of the measured slope: lower is better"
    still.add("text", label, x=52, y=148, class_="plane-label")
    still.add("text", "h", x=332, y=390, class_="plane-label plane-end")
    for y, kind, text in ((177, "", "nudged both ways"), (197, "nudge-one", "only up")):
        still.add("polyline", points=f"60,{y} 90,{y}", class_=f"nudge-line {kind}".rstrip())
        still.add("text", text, x=97, y=y + 4, class_="plane-label nudge-key")
    return still


def ten(power):
    return "10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] if d != "-" else "⁻" for d in f"{power:g}")


FRAME = frame()
CURVES = {name: curves(name) for name in PARAMETERS}


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
    rows = (
        (f"L({symbol(parameter)} + h)", f"{above:.14f}", ""),
        (f"L({symbol(parameter)} − h)", f"{below:.14f}", ""),
        ("measured: difference / 2h", number(central, 10), "nudge-measured"),
        ("computed by backpropagation", number(computed, 10), "nudge-computed"),
    )
    title = f"The slope for {LABELS[parameter]}, measured with h = {h:.0e}"
    svg = Svg(
        360,
        396,
        title,
        f"{title}: {number(central, 8)}; computed: {number(computed, 8)}; {said}. "
        f"Measured on one side only, the error would be {abs(one - computed):.0e}.",
    )
    for row, (name, text, kind) in enumerate(rows):
        y = 20 + 22 * row
        svg.add("text", name, x=4, y=y, class_=f"nudge-text {kind}")
        svg.add("text", text, x=356, y=y, class_=f"nudge-text plane-end {kind}")
    svg.add("text", said, x=356, y=112, class_="nudge-text nudge-said plane-end")
    svg.children.append(FRAME)
    tried = int((exponent <= EXPONENTS).sum())  # the curves end here: the rest is yours to find
    central_line, one_line = (" ".join(line[:tried]) for line in CURVES[parameter])
    svg.add("polyline", points=one_line, class_="nudge-line nudge-one")
    svg.add("polyline", points=central_line, class_="nudge-line")
    x, low = PLANE.at_x(exponent), PLANE.top + PLANE.height
    svg.add("line", x1=x, y1=PLANE.top, x2=x, y2=low, class_="nudge-now")
    svg.add("circle", cx=x, cy=height(one - computed), r=5, class_="nudge-dot nudge-dot-one")
    svg.add("circle", cx=x, cy=height(error), r=5.5, class_="nudge-dot")
    return svg
