"""The curves of training runs: loss and accuracy over the images seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, floor, log10
from typing import TypedDict

from course.figures.plane import Plane
from course.figures.svg import Element, Svg, number
from course.project.trainer import NO_NUMBER, Points, Record

WIDTH, HEIGHT = 320, 280
LEFT, TOP, WIDE, HIGH = 44, 28, 256, 188
MEASURES = {"loss": "Loss", "accuracy": "Accuracy"}
COLORS = 6  # that runs have on the page; no more are compared at once
LOWEST, USUAL = -6, (-2, 1)  # powers of ten: the least loss that is drawn, those of usual runs
RISEN = 1.05  # times the lowest validation loss: from there on, that is marked


class Shown(TypedDict):
    """A run to be drawn. record: None for the run under way; color: below COLORS."""

    name: str
    color: int
    record: Record | None


class Drawable(TypedDict):
    """A run that can be drawn."""

    name: str
    color: int
    record: Record


def curves(runs: Sequence[Drawable]) -> list[Svg]:
    """Draw the loss and the accuracy of runs, a drawing each."""
    return [panel(runs, measure) for measure in MEASURES]


def length(record: Record) -> int:
    """Return how many images the whole run takes."""
    return int(record["settings"]["examples"]) * int(record["settings"]["epochs"])


def panel(runs: Sequence[Drawable], measure: str) -> Svg:
    """Draw one measure of these runs: from 0 to the end of the longest, however far it has come."""
    told = " ".join(tell(run, measure) for run in runs)
    svg = Svg(WIDTH, HEIGHT, f"{MEASURES[measure]} of the runs", told)
    far = max([1, *(length(run["record"]) for run in runs)])
    plane = Plane((0, far / 1000), span(measure, runs), LEFT, TOP, WIDE, HIGH)
    plane.frame(
        svg,
        (0, far / 2000, far / 1000),
        x_label="thousand images",
        y_label="loss, log scale" if measure == "loss" else "accuracy",
        x_digits=0 if far % 2000 == 0 else 1,  # so that the middle is exact
    )
    y_axis(svg, plane, measure)
    for run in runs:
        for kind in ("train", "validation"):
            points: Points = run["record"]["train" if kind == "train" else "validation"]
            curve(svg, plane, points, measure, f"run-{kind} run-color-{run['color']}")
        if measure == "loss":
            ring(svg, plane, run)
    svg.add("line", x1=LEFT, y1=TOP, x2=LEFT, y2=TOP + HIGH, class_="run-cursor", data_far=far)
    for x, kind, name in ((44, "train", "training"), (154, "validation", "validation")):
        svg.add("line", x1=x, y1=HEIGHT - 12, x2=x + 24, y2=HEIGHT - 12, class_=f"run-{kind}")
        svg.add("text", name, x=x + 30, y=HEIGHT - 8, class_="plane-tick")
    return svg


def span(measure: str, runs: Sequence[Drawable]) -> tuple[float, float]:
    """Return the ends of an axis: of accuracy 0 and 1, of the loss powers of ten.

    The loss's hold the first value of every run, and go down as far as any run does.
    """
    if measure == "accuracy":
        return 0.0, 1.0
    both = [[run["record"][kind]["loss"] for kind in ("validation", "train")] for run in runs]
    every = [loss for pair in both for loss in pair if loss]
    first = [next(loss[0] for loss in pair if loss) for pair in both if any(pair)]
    first = [value for value in first if value < NO_NUMBER]
    least = min((v for loss in every for v in loss if v > 0), default=1.0)
    low, high = USUAL
    low = max(LOWEST, min(low, floor(log10(least))))
    return low, max(high, ceil(log10(max(first, default=1.0))))


def y_axis(svg: Element, plane: Plane, measure: str) -> None:
    """Draw the grid lines and their values: every power of ten, or every quarter."""
    low, high = plane.y
    ticks: list[tuple[float, str]]
    if measure == "loss":
        ticks = [(power, f"{10.0**power:g}") for power in range(int(low), int(high) + 1)]
    else:
        ticks = [(part / 4, f"{part / 4:g}") for part in range(5)]
    for place, text in ticks:
        y = plane.at_y(place)
        svg.add("line", x1=LEFT, y1=y, x2=LEFT + WIDE, y2=y, class_="plane-grid")
        svg.add("text", text, x=LEFT - 7, y=y + 4, class_="plane-tick plane-end")


def curve(svg: Element, plane: Plane, points: Points, measure: str, class_: str) -> None:
    """Draw one curve; where it leaves the plane, an arrow at the edge tells how far it goes."""
    for beyond, part in stretches(plane, points, measure):
        if beyond:
            x, value = max(part, key=lambda point: beyond * point[1])
            arrow(svg, plane.at_x(x), beyond, value, class_)
            continue
        places = [(x, log10(value) if measure == "loss" else value) for x, value in part]
        if len(places) > 1:
            plane.line(svg, places, class_)
        x, y = plane.at(places[-1])
        svg.add("circle", cx=x, cy=y, r=3, class_=f"{class_} run-end")


def stretches(
    plane: Plane, points: Points, measure: str
) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Yield a curve's parts: below the plane (-1), inside (0) or above it (1), and its points."""
    low, high = (10.0**end for end in plane.y) if measure == "loss" else plane.y
    values = points["loss"] if measure == "loss" else points["accuracy"]
    pairs = zip(points["images"], values, strict=True)
    thousands = [(images / 1000, value) for images, value in pairs]
    for beyond, part in groupby(thousands, lambda at: (at[1] > high) - (at[1] < low)):
        yield beyond, list(part)


def arrow(svg: Element, x: float, beyond: int, value: float, class_: str) -> None:
    """Draw an arrow at the upper (1) or the lower (-1) edge, with the value that lies beyond."""
    edge = TOP if beyond > 0 else TOP + HIGH
    shape = f"M{x - 5:.1f} {edge + 9 * beyond:.1f}h10l-5 {-9 * beyond}z"
    svg.add("path", d=shape, class_=f"{class_} run-end run-beyond")
    late = x > LEFT + WIDE - 50  # there is no room right of it
    kind = "plane-tick plane-end" if late else "plane-tick"
    y = edge + (10 if beyond > 0 else -4)
    svg.add("text", value_of(value), x=x - 8 if late else x + 8, y=y, class_=kind)


def ring(svg: Element, plane: Plane, run: Drawable) -> None:
    """Mark the lowest validation loss, with its value, where the loss has risen since."""
    lowest = turn(run["record"]["validation"])
    if lowest is None or not plane.y[0] <= log10(lowest[1] or NO_NUMBER) <= plane.y[1]:
        return
    x, y = plane.at((lowest[0] / 1000, log10(lowest[1])))
    svg.add("circle", cx=x, cy=y, r=6, class_=f"run-lowest run-color-{run['color']}")
    svg.add("text", f"{lowest[1]:.3g}", x=x + 4, y=y - 10, class_="plane-tick on-line")


def turn(validation: Points) -> tuple[int, float] | None:
    """Return after how many images the loss was lowest, and that; None where it has not risen."""
    losses = validation["loss"]
    lowest = min(losses, default=0.0)
    if not losses or losses[-1] < RISEN * lowest or losses[-1] == lowest:
        return None
    return validation["images"][losses.index(lowest)], lowest


def value_of(value: float) -> str:
    """Return a value as a label: short, and what is none at all said so."""
    if value >= NO_NUMBER:
        return "no number"
    return number(value, 1) if value >= 1 or value == 0 else f"{value:.1g}"


def tell(run: Drawable, measure: str) -> str:
    """Return what a run's curves of a measure show, in words."""
    record = run["record"]
    ends = [
        f"{name} {number(points['loss' if measure == 'loss' else 'accuracy'][-1], 3)}"
        for name, points in (("training", record["train"]), ("validation", record["validation"]))
        if points["images"]
    ]
    note = ""
    if measure == "loss" and (lowest := turn(record["validation"])):
        note = f" The validation loss was lowest after {lowest[0]:,} images, {lowest[1]:.3g}."
    after = f"{run['name']}, after {record['images']:,} images: {MEASURES[measure].lower()}"
    return f"{after} {', '.join(ends) or 'nothing measured yet'}.{note}"
