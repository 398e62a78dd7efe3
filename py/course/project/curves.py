"""The curves of training runs: loss and accuracy over the images seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number

WIDTH, HEIGHT = 320, 280
MEASURES = {"loss": "Loss", "accuracy": "Accuracy"}
KINDS = {"train": "training", "validation": "validation"}
STYLES = ("a", "b", "c")  # runs that can be told apart, by dashes


def curves(records: Sequence[Mapping[str, Any]]) -> list[Svg]:
    """Draw the loss and the accuracy of one to three runs, a drawing each.

    records: as `course.trainer.Run.record` describes them.
    """
    shown = records[: len(STYLES)]
    return [panel(shown, measure) for measure in MEASURES]


def panel(shown: Sequence[Mapping[str, Any]], measure: str) -> Svg:
    """Draw one measure of these runs."""
    told = " ".join(tell(record, measure) for record in shown)
    svg = Svg(WIDTH, HEIGHT, f"{MEASURES[measure]} of the runs", told)
    values = [v for r in shown for kind in KINDS for v in r[kind][measure]]
    far = max([1, *(max(r[kind]["images"], default=1) for r in shown for kind in KINDS)])
    plane = Plane((0, far / 1000), span(measure, values), 44, 28, 256, 188)
    low, high = plane.y
    plane.frame(
        svg,
        (0, far / 2000, far / 1000),
        (low, (low + high) / 2, high),
        "thousand images",
        MEASURES[measure].lower(),
        digits=2,
        x_digits=0 if far % 2000 == 0 else 1,  # so that the middle is exact
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
    """Name the two kinds of curves below them."""
    for place, (kind, name) in enumerate(KINDS.items()):
        x = 44 + 110 * place
        svg.add("line", x1=x, y1=HEIGHT - 12, x2=x + 24, y2=HEIGHT - 12, class_=f"run-{kind} run-a")
        svg.add("text", name, x=x + 30, y=HEIGHT - 8, class_="plane-tick")


def tell(record: Mapping[str, Any], measure: str) -> str:
    """Return what a run's curves of a measure show, in words."""
    ends = [
        f"{name} {number(record[kind][measure][-1], 3)}"
        for kind, name in KINDS.items()
        if record[kind]["images"]
    ]
    losses = record["validation"]["loss"]
    rising = measure == "loss" and len(losses) > 2 and losses[-1] > losses[-2] > min(losses)
    note = " The validation loss has begun to rise." if rising else ""
    after = f"After {record['images']:,} images, {MEASURES[measure].lower()}"
    return f"{after}: {', '.join(ends) or 'nothing measured yet'}.{note}"
