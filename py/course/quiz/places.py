"""Drawings for quiz items in which the reader points at a place."""

from collections.abc import Mapping
from typing import Any

from course.figures.plane import Plane
from course.figures.svg import Element, Svg

SMALL, LARGE = 13, 15  # sizes of text, in the drawing's units
TARGET = 15  # the radius of what is pointed at


def words(
    parent: Element, text: str, x: float, y: float, size: int = SMALL, anchor: str = "middle"
) -> None:
    """Write a label."""
    parent.add(
        "text", text, x=x, y=y, font_size=size, text_anchor=anchor,
        fill="var(--ink)", font_family="var(--sans)",
    )  # fmt: skip


def axes(parent: Element, plane: Plane, *frame: Any) -> None:
    """Draw the plane's frame, as `Plane.frame` does, so that it looks as it does in a figure."""
    plane.frame(parent.add("g", class_="figure", font_family="var(--sans)"), *frame)


def stroke(
    parent: Element, start: tuple[float, float], end: tuple[float, float], dashed: bool = False
) -> None:
    """Draw a straight line."""
    (x1, y1), (x2, y2) = start, end
    dashes = "5 4" if dashed else None
    parent.add(
        "line", x1=x1, y1=y1, x2=x2, y2=y2,
        stroke="var(--ink)", stroke_width=1.6, stroke_dasharray=dashes,
    )  # fmt: skip


def arrow(parent: Element, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw an arrow from start to end."""
    (x1, y1), (x2, y2) = start, end
    stroke(parent, start, end)
    size = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = 8 * (x2 - x1) / size, 8 * (y2 - y1) / size
    head = f"M{x2:.1f} {y2:.1f}L{x2 - dx - dy / 2:.1f} {y2 - dy + dx / 2:.1f}"
    head += f"L{x2 - dx + dy / 2:.1f} {y2 - dy - dx / 2:.1f}Z"
    parent.add("path", d=head, fill="var(--ink)")


def curve(
    parent: Element, plane: Plane, places: list[tuple[float, float]], dashed: bool = False
) -> None:
    """Draw a curve through points of the plane."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(plane.at, places))
    dashes = "6 4" if dashed else None
    parent.add(
        "polyline", points=points, fill="none",
        stroke="var(--ink)", stroke_width=2, stroke_dasharray=dashes,
    )  # fmt: skip


def target(parent: Element, name: str, x: float, y: float) -> None:
    """Draw a place to point at: a disc with its letter."""
    group = parent.add("g", data_place=name)
    group.add(
        "circle", cx=x, cy=y, r=TARGET,
        fill="var(--surface)", stroke="var(--accent)", stroke_width=2,
    )  # fmt: skip
    words(group, name, x, y + 5, LARGE)


NEURONS = {
    "x1": (40.0, 60.0), "x2": (40.0, 190.0),
    "h1": (180.0, 60.0), "h2": (180.0, 190.0),
    "o1": (320.0, 60.0), "o2": (320.0, 190.0),
}  # fmt: skip
NAMES = {"x1": "x₁", "x2": "x₂", "h1": "h₁", "h2": "h₂", "o1": "o₁", "o2": "o₂"}


def network(title: str, summary: str, edges: Mapping[tuple[str, str], str]) -> Svg:
    """Return the 2-2-2 network as a drawing with a target on some edges.

    edges: (from, to) -> the target's name; neurons are x1 x2 h1 h2 o1 o2.
    """
    svg = Svg(360, 250, title, summary, interactive=True)
    for sources, targets in ((("x1", "x2"), ("h1", "h2")), (("h1", "h2"), ("o1", "o2"))):
        for a in sources:
            for b in targets:
                stroke(svg, NEURONS[a], NEURONS[b])
    for name, (x, y) in NEURONS.items():
        svg.add(
            "circle", cx=x, cy=y, r=21,
            fill="var(--surface-2)", stroke="var(--ink)", stroke_width=1.5,
        )  # fmt: skip
        words(svg, NAMES[name], x, y + 5, SMALL)
    for (a, b), name in edges.items():
        (x1, y1), (x2, y2) = NEURONS[a], NEURONS[b]
        part = 0.5 if y1 == y2 else 0.32  # where two edges cross, their targets stand apart
        target(svg, name, x1 + part * (x2 - x1), y1 + part * (y2 - y1))
    return svg
