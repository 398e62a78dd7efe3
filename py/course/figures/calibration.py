"""The reliability diagram: how confident answers are, against how often they're right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from course.figures.svg import Svg, number, percent

PLOT, MARGIN = 300, 46  # units
EDGE = 1.06  # the end of both axes: room for the dots at 1


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
    for text, x, y, end in (
        ("underconfident", 0.03, 0.98, ""),
        ("overconfident", 1, 0.03, " plane-end"),
    ):
        x, y = place(x, y)
        drawing.add("text", text, x=x, y=y, class_=f"card-axis-start{end}")
    for row in bins:
        x, y = place(row["confidence"], row["accuracy"])
        radius = 3 + 1.6 * np.log10(max(row["count"], 1))
        drawing.add("circle", cx=x, cy=y, r=float(radius), class_="card-dot")
        text, right = f"{row['count']:,}", float(x - radius - 4)
        drawing.add("text", text, x=right, y=y + 5, class_="card-axis-start plane-end on-line")
    return drawing
