"""Softmax the plain way and with the largest logit subtracted first, in a computer's numbers."""

import numpy as np

import nn
from course.figures.controls import Choice, Slider
from course.figures.svg import Element, Svg

STEPS = (2, 1, 0)  # the three logits lie this far above the smallest
KINDS = {
    "float64": ("64 bits, as in NumPy", np.float64),
    "float32": ("32 bits, as in most training", np.float32),
    "float16": ("16 bits, as on some graphics cards", np.float16),
}
NAME, COLUMNS = 8, (200, 290, 380)

CONTROLS = [
    Slider("size", "Smallest logit", -1000, 1000, 1, 710),
    Choice("kind", "Kind of number", tuple((k, name) for k, (name, _) in KINDS.items()), "float64"),
]


def scene():
    """Return what no control changes."""
    still = Element("g")
    for y, text in ((20, "The plain way"), (166, "With the largest logit m subtracted first")):
        still.add("text", text, x=NAME, y=y, class_="loss-said")
        still.add("line", x1=NAME, y1=y + 8, x2=384, y2=y + 8, class_="plane-grid")
    names = ("z", "e^z", "p: e^z / sum", "ln of the sum")
    off = ("z − m", "e^(z − m)", "p: e^(z − m) / sum", "m + ln of the sum")
    for top, texts in ((50, names), (196, off)):
        for row, text in enumerate(texts):
            still.add("text", text, x=NAME, y=top + 26 * row, class_="loss-row")
    return still


SCENE = scene()


def written(value):
    """Return a number as Python knows it: inf and nan by name, large ones by a power of ten."""
    value = float(value)
    if not np.isfinite(value):
        return str(value).replace("-", "−")
    size = abs(value)
    form = ".3f" if 0.001 <= size < 10 else ".1f" if 10 <= size < 1e5 else ".1e"
    return ("0" if value == 0 else format(value, form)).replace("-", "−")


def row(svg, y, values):
    for x, value in zip(COLUMNS[-len(values) :], values, strict=True):
        text = written(value)
        broken = not np.isfinite(value)
        kind = "loss-cell loss-broken" if broken else "loss-cell"
        svg.add("text", f"✗ {text}" if broken else text, x=x, y=y, class_=kind)


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
        390,
        302,
        "Softmax the plain way and the safe way",
        f"Three logits, {', '.join(written(one) for one in z)}, in numbers of {name}. Plainly, "
        f"p is {', '.join(written(one) for one in plain)} and the logarithm of the sum "
        f"{written(log_sum)}. With the largest subtracted, p is "
        f"{', '.join(written(one) for one in right)} and the logarithm {written(cured)}. {verdict}",
    )
    svg.children.append(SCENE)
    for y, values in (
        (50, z),
        (76, e),
        (102, plain),
        (128, [log_sum]),
        (196, off),
        (222, shifted),
        (248, right),
        (274, [cured]),
    ):
        row(svg, y, values)
    svg.add("text", verdict, x=384, y=20, class_="loss-row plane-end")
    return svg
