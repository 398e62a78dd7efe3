"""The curves of training runs: loss and accuracy over the images seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from course.plane import Plane
from course.svg import Element, Svg, number

WIDTH, HEIGHT = 640, 300
PANELS = {"loss": 44.0, "accuracy": 364.0}  # where each begins
PANEL = 236.0  # wide
KINDS = {"train": "training", "validation": "validation"}
STYLES = ("a", "b", "c")  # runs that can be told apart, by dashes


def curves(records: Sequence[Mapping[str, Any]]) -> Svg:
    """Draw the curves of one to three runs, as `course.trainer.Run.record` describes them."""
    shown = records[: len(STYLES)]
    svg = Svg(WIDTH, HEIGHT, "Training curves", " ".join(map(told, shown)))
    for measure, left in PANELS.items():
        values = [v for r in shown for kind in KINDS for v in r[kind][measure]]
        far = max([1, *(max(r[kind]["images"], default=1) for r in shown for kind in KINDS)])
        plane = Plane((0, far / 1000), span(measure, values), left, 34, PANEL, 208)
        low, high = plane.y
        plane.frame(
            svg,
            (0, far / 2000, far / 1000),
            (low, (low + high) / 2, high),
            "thousand images" if measure == "loss" else "",
            measure,
            digits=2,
            x_digits=0 if far >= 10_000 else 1,
        )
        for style, record in zip(STYLES, shown, strict=False):
            for kind in KINDS:
                curve(svg, plane, record[kind], measure, f"run-{kind} run-{style}")
    legend(svg)
    return svg


def span(measure: str, values: Sequence[float]) -> tuple[float, float]:
    """Return the lowest and the highest value of an axis: what was reached, rounded outwards."""
    if measure == "loss":
        usual = sorted(values)[: max(1, round(0.98 * len(values)))] or [1.0]
        return 0.0, max(0.1, min(5.0, round(usual[-1] + 0.05, 1)))
    lowest = sorted(values)[len(values) // 5] if values else 0.0  # the first points lie far below
    return max(0.0, min(0.9, int(10 * lowest) / 10)), 1.0


def curve(
    svg: Element, plane: Plane, points: Mapping[str, Sequence[float]], measure: str, class_: str
) -> None:
    """Draw one curve, cut at the edges of the plane; a single point becomes a dot."""
    low, high = plane.y
    places = [
        (images / 1000, min(high, max(low, value)))
        for images, value in zip(points["images"], points[measure], strict=True)
    ]
    if len(places) > 1:
        plane.line(svg, places, class_)
    for place in places[-1:]:
        x, y = plane.at(place)
        svg.add("circle", cx=x, cy=y, r=3, class_=f"{class_} run-end")


def legend(svg: Element) -> None:
    """Name the two kinds of curves above them."""
    for place, (kind, name) in enumerate(KINDS.items()):
        x = PANELS["accuracy"] + 110 * place
        svg.add("line", x1=x, y1=HEIGHT - 12, x2=x + 24, y2=HEIGHT - 12, class_=f"run-{kind} run-a")
        svg.add("text", name, x=x + 30, y=HEIGHT - 8, class_="plane-tick")


def told(record: Mapping[str, Any]) -> str:
    """Return what a run's curves show, in words."""
    parts = []
    for kind, name in KINDS.items():
        points = record[kind]
        if points["images"]:
            parts.append(
                f"{name} loss {number(points['loss'][-1], 3)}, {points['accuracy'][-1]:.1%} right"
            )
    losses = record["validation"]["loss"]
    rising = len(losses) > 2 and losses[-1] > losses[-2] > min(losses)
    note = " The validation loss has begun to rise." if rising else ""
    return f"After {record['images']} images: {'; '.join(parts) or 'nothing measured yet'}.{note}"
