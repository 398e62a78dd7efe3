"""The reliability diagram: how confident answers are, against how often they're right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from course.figures.svg import Svg, number, percent

PLOT, MARGIN = 300, 46  # units
EDGE = 1.06  # the end of both axes: room for the dots at 1
DIGIT = 8  # units that a digit of a number takes

Box = tuple[float, float, float, float]  # left, top, right, bottom


def diagram(bins: Sequence[Mapping[str, Any]]) -> Svg:
    """Draw how often answers of each confidence are right.

    bins: as `nn.calibration_bins` finds them; of each its count, confidence and accuracy.
    """
    size = PLOT + 2 * MARGIN
    drawing = Svg(
        width=size,
        height=size,
        title="Calibration",
        summary="; ".join(
            f"{row['count']} answers with a mean confidence of {percent(row['confidence'])}: "
            f"{percent(row['accuracy'])} of them are right"
            for row in bins
        ),
    )

    def place(x: float, y: float) -> tuple[float, float]:
        return MARGIN + x / EDGE * PLOT, MARGIN + (1 - y / EDGE) * PLOT

    (x0, y0), (x1, y1) = place(0, 0), place(EDGE, EDGE)
    drawing.add("rect", x=x0, y=y1, width=PLOT, height=PLOT, class_="card-frame")
    drawing.add("line", x1=x0, y1=y0, x2=x1, y2=y1, class_="card-ideal")
    for tick in (0, 0.5, 1):
        x, y = place(tick, 0)
        drawing.add("text", number(tick, 1), x=x, y=y + 20, class_="card-head")
        x, y = place(0, tick)
        drawing.add("text", number(tick, 1), x=x - 18, y=y + 5, class_="card-head")
    drawing.add("text", "confidence", x=size / 2, y=size - 6, class_="card-axis")
    drawing.add("text", "accuracy", x=MARGIN, y=MARGIN - 16, class_="card-axis-start")
    drawing.add(
        "text", "number: how many answers", x=x1, y=y1 - 16, class_="card-axis-start plane-end"
    )
    words: list[Box] = []
    for text, x, y, end in (
        ("underconfident", 0.03, 0.98, ""),
        ("overconfident", 1, 0.03, " plane-end"),
    ):
        x, y = place(x, y)
        drawing.add("text", text, x=x, y=y, class_=f"card-axis-start{end}")
        words.append((x - 110 * bool(end), y - 12, x + 110 * (not end), y + 4))
    dots = []
    for row in bins:
        x, y = place(row["confidence"], row["accuracy"])
        radius = 3 + 1.6 * np.log10(max(row["count"], 1))
        drawing.add("circle", cx=x, cy=y, r=float(radius), class_="card-dot")
        dots.append((float(x), float(y), float(radius)))
    taken = words + [(x - r, y - r, x + r, y + r) for x, y, r in dots]
    for row, dot in zip(bins, dots, strict=True):
        text = f"{row['count']:,}"
        box, place_of = free(text, dot, taken)
        taken.append(box)
        drawing.add("text", text, **place_of)
    return drawing


def free(
    text: str, dot: tuple[float, float, float], taken: Sequence[Box]
) -> tuple[Box, dict[str, Any]]:
    """Return the box and the place of a dot's number: left of it, else where nothing else is."""
    (x, y, radius), wide = dot, DIGIT * len(text)
    near = radius + 4
    ends = ((x - near - wide, y), (x + near, y), (x - near - wide, y - 18), (x + near, y + 18))
    boxes = [(left, middle - 8, left + wide, middle + 8) for left, middle in ends]
    box = next((one for one in boxes if not any(overlap(one, other) for other in taken)), boxes[0])
    before = box[0] < x
    kind = "card-axis-start on-line" + " plane-end" * before
    return box, {"x": box[2] if before else box[0], "y": box[1] + 13, "class_": kind}


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes (left, top, right, bottom) share some area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
