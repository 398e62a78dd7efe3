"""Softmax the plain way and with the largest logit subtracted first, in a computer's numbers."""

import numpy as np

import nn
from course.figures.controls import Choice, Slider
from course.figures.plane import Plane
from course.figures.svg import Element, Svg

STEPS = (2, 1, 0)  # the three logits lie this far above the smallest
KINDS = {
    "float64": ("64 bits, as in NumPy", np.float64),
    "float32": ("32 bits, as in most training", np.float32),
    "float16": ("16 bits, as on some graphics cards", np.float16),
}
NAME, POWER, SHARE, LANE = 64, 326, 392, 24
TOPS = (82, 258)  # of the two number lines

CONTROLS = [
    Slider("size", "Smallest logit", -1000, 1000, 1, 710),
    Choice("kind", "Kind of number", tuple((k, name) for k, (name, _) in KINDS.items()), "float64"),
]


def limits(kind):
    """Return the exponents between which e to their power is neither 0 nor inf."""
    info = np.finfo(KINDS[kind][1])
    return np.log(float(info.smallest_subnormal)) - np.log(2), np.log(float(info.max))


def number_lines(kind):
    """Return the two planes of a kind's exponents, a third wider than what fits into it."""
    reach = 4 / 3 * max(map(abs, limits(kind)))
    return [Plane((-reach, reach), (3.0, 0.0), 80, top, 166, 3.0 * LANE) for top in TOPS]


LINES = {kind: number_lines(kind) for kind in KINDS}
TICKS = {"float64": 500, "float32": 50, "float16": 10}


def exponent(value):
    """Return an exponent as short as it is: whole numbers without decimals."""
    return f"{float(value):.0f}".replace("-", "−")


def lines(kind):
    """Return both number lines: where numbers of this kind end, and what's in the columns."""
    still, names = Element("g"), ("e^z", "e^(z − m)")
    titles = ("Can overflow: plain e^z", "Safe: largest logit m subtracted, e^(z − m)")
    for plane, title, name in zip(LINES[kind], titles, names, strict=True):
        left, width, top, height = plane.left, plane.width, plane.top, plane.height
        still.add("text", title, x=4, y=top - 30, class_="loss-said")
        low, high = (plane.at_x(end) for end in limits(kind))
        box = {"y": top, "height": height}
        still.add("rect", x=left, width=width, **box, class_="loss-lost")
        still.add("rect", x=low, width=high - low, **box, class_="loss-fits")
        for text, x in (
            ("→ 0", (left + low) / 2),
            (f"fits in {kind[5:]} bits", (low + high) / 2),
            ("→ inf", (high + left + width) / 2),
        ):
            still.add("text", text, x=x, y=top - 7, class_="loss-end")
        for text, x in (("exponent", NAME), (name, POWER), ("p", SHARE)):
            still.add("text", text, x=x, y=top - 7, class_="plane-tick plane-end")
        bottom = top + height
        still.add("text", "exponent", x=NAME, y=bottom + 18, class_="plane-tick plane-end")
        for value in (-TICKS[kind], 0, TICKS[kind]):
            x = plane.at_x(value)
            still.add("line", x1=x, x2=x, y1=bottom, y2=bottom + 5, class_="plane-axis")
            text = exponent(value)
            still.add("text", text, x=x, y=bottom + 18, class_="plane-tick plane-middle")
    return still


SCENES = {kind: lines(kind) for kind in KINDS}


def written(value):
    """Return a number as Python knows it: inf and nan by name, large ones by a power of ten."""
    value = float(value)
    if not np.isfinite(value):
        return str(value).replace("-", "−")
    size = abs(value)
    form = ".3f" if 0.001 <= size < 10 else ".1f" if 10 <= size < 1e5 else ".1e"
    return ("0" if value == 0 else format(value, form)).replace("-", "−")


def lanes(svg, plane, kind, exponents, powers, shares):
    """Draw each exponent on its own lane, with its power and its share beside it."""
    low, high = limits(kind)
    ends = [plane.left, *map(plane.at_x, (low, high)), plane.left + plane.width]
    for row, values in enumerate(zip(exponents, powers, shares, strict=True)):
        place, power, share = (float(value) for value in values)
        x, y = plane.at((place, row + 0.5))
        lost = not low < place < high
        part = 1 if not lost else 0 if place < 0 else 2
        x = min(max(x, ends[part] + 9), ends[part + 1] - 9)  # whole on its side of the border
        svg.add("line", x1=plane.left, x2=plane.left + plane.width, y1=y, y2=y, class_="plane-grid")
        svg.add("circle", cx=x, cy=y, r=6, class_="loss-out" if lost else "loss-in")
        svg.add("text", exponent(place), x=NAME, y=y + 5, class_="loss-cell")
        for text, at, broken in (
            (written(power), POWER, lost),
            (written(share), SHARE, not np.isfinite(share)),
        ):
            kind_ = "loss-cell loss-broken" if broken else "loss-cell"
            svg.add("text", text, x=at, y=y + 5, class_=kind_)


def sums(svg, plane, name, value):
    """Write the logarithm of the sum below the columns."""
    y, broken = plane.top + plane.height + 38, not np.isfinite(value)
    kind = "loss-cell loss-broken" if broken else "loss-cell"
    svg.add("text", name, x=POWER, y=y, class_="plane-label plane-end")
    svg.add("text", written(value), x=SHARE, y=y, class_=kind)


def draw(size, kind):
    name, number_type = KINDS[kind]
    z = np.array([size + step for step in STEPS], number_type)
    with np.errstate(all="ignore"):
        e = np.exp(z)
        plain, log_sum = e / e.sum(), np.log(e.sum())
    off = z - z.max()
    shifted = np.exp(off)
    right = nn.softmax(z)
    cured = z.max() + np.log(shifted.sum())
    breaks = not np.isfinite(plain).all()
    cause = "e^z is too large" if size > 0 else "all e^z are 0"
    verdict = f"{cause}: p is lost." if breaks else "Both ways give the same p."
    if not breaks and not np.allclose(plain, right, rtol=0, atol=0.001):
        verdict = "e^z has lost its digits: p is wrong."
    svg = Svg(
        396,
        378,
        "Softmax the plain way and the safe way",
        f"Three logits, {', '.join(written(one) for one in z)}, in numbers of {name}. Plainly, "
        f"p is {', '.join(written(one) for one in plain)} and the logarithm of the sum "
        f"{written(log_sum)}. With the largest subtracted, p is "
        f"{', '.join(written(one) for one in right)} and the logarithm {written(cured)}. {verdict}",
    )
    svg.children.append(SCENES[kind])
    svg.add(
        "text", verdict, x=4, y=18, class_=f"loss-said{' loss-broken' * ('same' not in verdict)}"
    )
    lanes(svg, LINES[kind][0], kind, z, e, plain)
    lanes(svg, LINES[kind][1], kind, off, shifted, right)
    sums(svg, LINES[kind][0], "ln of the sum", log_sum)
    sums(svg, LINES[kind][1], "m + ln of the sum", cured)
    return svg
