"""A network's confidence next to how often it is right, at several temperatures."""

import math
from pathlib import Path

from course.figures.controls import Choice
from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.lessons import load

samples = load(Path(__file__).parent.parent / "data" / "samples.py")

PLANE = Plane((0, 1.07), (0, 1.07), 40, 66, 324, 280)
SLANT = -math.degrees(math.atan2(PLANE.height, PLANE.width))  # of the diagonal
TICKS = (0, 0.2, 0.4, 0.6, 0.8, 1)
NETWORKS = {"full": "the full model", "small": "the small network"}
NOTES = {1.0: ", no temperature", samples.SHIPPED: ", as on this site"}
CONTROLS = [
    Choice("network", "Network", tuple(NETWORKS.items()), "small"),
    Choice(
        "temperature",
        "Temperature",
        tuple((f"{t:g}", f"{t:g}{NOTES.get(t, '')}") for t in samples.CALIBRATION["full"]),
        "1",
    ),
]


def scene():
    """Return what no control changes."""
    still = Element("g")
    PLANE.frame(still, TICKS, TICKS, "confidence: the largest p", "", digits=1)
    PLANE.line(still, ((0, 0), (1.07, 1.07)), "loss-diagonal")
    x, y = PLANE.at((0.03, 0.99))
    still.add("text", "underconfident", x=x, y=y, class_="plane-label")
    x, y = PLANE.at((1.04, 0.03))
    still.add("text", "overconfident", x=x, y=y, class_="plane-label plane-end")
    x, y = PLANE.at((0.03, 0.05))
    turn = f"rotate({SLANT:.1f} {x:.1f} {y:.1f})"
    still.add("text", "calibrated", x=x, y=y, transform=turn, class_="plane-label")
    still.add("text", "share of correct answers", x=PLANE.left, y=58, class_="plane-label")
    right = {"x": PLANE.left + PLANE.width, "class_": "plane-label plane-end"}
    still.add("text", "numbers: images", y=58, **right)
    return still


SCENE = scene()


def group(count, said, true):
    """Return what one group of answers shows."""
    images = f"{count:,} images" if count > 1 else "1 image"
    return f"{images}: confidence {number(said, 3)}, share of correct answers {number(true, 3)}."


def draw(network, temperature):
    measured = samples.CALIBRATION[network][float(temperature)]
    bins, total = measured["bins"], samples.TESTED
    mean = sum(count * said for count, said, _ in bins) / total
    right = samples.RIGHT[network]
    verdict = "well calibrated"
    if abs(mean - right) > 0.01:
        verdict = "overconfident" if mean > right else "underconfident"
    largest = max(bins)
    svg = Svg(
        376,
        388,
        f"Calibration of {NETWORKS[network]} at temperature {temperature}",
        f"On {total:,} test images it says {mean:.1%} on average and is right in {right:.1%}: "
        f"{verdict}. Calibration error {measured['error']:.1%}, cross-entropy "
        f"{number(measured['loss'], 3)}. The largest group has {largest[0]:,} images: confidence "
        f"{number(largest[1], 3)}, share of correct answers {number(largest[2], 3)}.",
    )
    svg.children.append(SCENE)
    head = f"{verdict.capitalize()}: says {mean:.1%}, right {right:.1%}"
    svg.add("text", head, x=4, y=18, class_="loss-said")
    error = f"calibration error {measured['error']:.1%}, loss {number(measured['loss'], 3)}"
    svg.add("text", error, x=4, y=38, class_="loss-row loss-cost")
    counts = {(said, true): count for count, said, true in bins}
    PLANE.walk(svg, counts, lambda said, true: group(counts[said, true], said, true))
    for count, said, true in bins:
        x, y = PLANE.at((said, true))
        r = 3 + 13 * (count / total) ** 0.5
        svg.add("circle", cx=x, cy=y, r=r, class_="loss-group")
        gap = f"M{x:.1f} {PLANE.at_y(said):.1f}V{y:.1f}"
        svg.add("path", d=gap, stroke_width=1.5 + r / 4, class_="loss-gap")
        svg.add("text", f"{count:,}", **beside(x, y, r, true < said))
    return svg


def beside(x, y, r, below):
    """Return where a group's number goes: on the side of its circle where the diagonal isn't."""
    no_room = y - r < PLANE.top + 14  # above it
    if not below and not no_room:
        return {"x": x - 0.7 * r, "y": y - r - 3, "class_": "loss-count plane-end"}
    if x > PLANE.at_x(0.94):
        return {
            "x": PLANE.left + PLANE.width - 4,
            "y": y + r + 13,
            "class_": "loss-count plane-end",
        }
    low = PLANE.at_y(0) - 4  # below that, the axis has its numbers
    return {"x": x + 0.7 * r, "y": min(y + r + 10, low), "class_": "loss-count"}
