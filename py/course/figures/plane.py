"""A plane with axes: figures place data on it and let the reader drag points over it."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from course.figures.svg import Element, Svg, number
from nn import Array

Place = tuple[float, float]


@dataclass(frozen=True)
class Plane:
    """Maps data to a box of a drawing.

    x, y: the lowest and the highest value on each axis. left, top, width, height: the box, in
    the drawing's units; y grows upwards in data and downwards in drawings.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    left: float
    top: float
    width: float
    height: float

    def at_x(self, value: float) -> float:
        """Return where a value of x lies in the drawing."""
        low, high = self.x
        return self.left + (value - low) / (high - low) * self.width

    def at_y(self, value: float) -> float:
        """Return where a value of y lies in the drawing."""
        low, high = self.y
        return self.top + (high - value) / (high - low) * self.height

    def at(self, place: Place) -> Place:
        """Return where a point lies in the drawing."""
        return self.at_x(place[0]), self.at_y(place[1])

    def frame(
        self,
        parent: Element,
        x_ticks: Iterable[float] = (),
        y_ticks: Iterable[float] = (),
        x_label: str = "",
        y_label: str = "",
        digits: int = 0,
        x_digits: int | None = None,
    ) -> None:
        """Draw the box, grid lines with their values, and the names of the axes.

        digits: after the point, of all values; x_digits: of those on the x axis, if others.
        """
        right, bottom = self.left + self.width, self.top + self.height
        self._box(parent, "plane")
        for value in x_ticks:
            place = self.at_x(value)
            kind = "plane-axis" if value == 0 else "plane-grid"
            parent.add("line", x1=place, y1=self.top, x2=place, y2=bottom, class_=kind)
            text = number(value, digits if x_digits is None else x_digits)
            parent.add("text", text, x=place, y=bottom + 16, class_="plane-tick plane-middle")
        for value in y_ticks:
            place = self.at_y(value)
            kind = "plane-axis" if value == 0 else "plane-grid"
            parent.add("line", x1=self.left, y1=place, x2=right, y2=place, class_=kind)
            text = number(value, digits)
            parent.add("text", text, x=self.left - 7, y=place + 4, class_="plane-tick plane-end")
        if x_label:
            parent.add("text", x_label, x=right, y=bottom + 32, class_="plane-label plane-end")
        if y_label:
            parent.add("text", y_label, x=self.left, y=self.top - 8, class_="plane-label")

    def line(self, parent: Element, places: Iterable[Place], class_: str) -> None:
        """Draw a curve through points; parts outside the box are drawn too, so clip them first."""
        plain = ((float(x), float(y)) for x, y in places)  # NumPy's numbers take 10 times as long
        points = " ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in map(self.at, plain))
        parent.add("polyline", points=points, class_=class_)

    def walk(self, svg: Svg, places: Iterable[Place], say: Callable[[float, float], str]) -> None:
        """Let readers go through a curve point by point.

        places: few enough to go through, as 20. say: a sentence for each.
        """
        found = list(places)
        svg.walks.append(lambda: [{"at": self.at(one), "said": say(*one)} for one in found])

    def window(self, parent: Element) -> Element:
        """Return a group that shows only what is inside the box, in the drawing's coordinates."""
        box = (self.left, self.top, self.width, self.height)
        left, top, width, height = box
        seen = " ".join(f"{one:g}" for one in box)
        return parent.add("svg", x=left, y=top, width=width, height=height, viewBox=seen)

    def boundary(
        self, parent: Element, weights: Place, bias: float, line: str, side: str = ""
    ) -> None:
        """Draw where w1 x + w2 y + b is 0, and the side where it is above 0, in a window.

        line, side: their classes; without one it isn't drawn. Both always have as many corners,
        so that they turn and move from one drawing to the next.
        """
        w1, w2 = weights
        length = math.hypot(w1, w2)
        if not length:
            w1, length = -math.copysign(1e-6, bias + 0.0), 1e-6  # all on one side, far away
        middle = ((self.x[0] + self.x[1]) / 2, (self.y[0] + self.y[1]) / 2)
        reach = 2 * max(self.x[1] - self.x[0], self.y[1] - self.y[0])
        away = (w1 * middle[0] + w2 * middle[1] + bias) / length
        away = min(reach, max(-reach, away))
        u, v = w1 / length, w2 / length
        foot = middle[0] - away * u, middle[1] - away * v
        ends = [(foot[0] - s * reach * v, foot[1] + s * reach * u) for s in (-1, 1)]
        if side:
            far = [(x + 2 * reach * u, y + 2 * reach * v) for x, y in ends]
            corners = [self.at(place) for place in (*ends, *reversed(far))]
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
            parent.add("polygon", points=points, class_=side)
        if line:
            self.line(parent, ends, line)

    def name_sides(
        self, parent: Element, weights: Place, bias: float, names: tuple[str, str]
    ) -> None:
        """Write the names of both sides of w1 x + w2 y + b = 0, in the corners farthest from it.

        names: of the side below 0, then of the side above. A side that isn't in the box has none.
        """
        for name, sign in zip(names, (-1, 1), strict=True):
            x, y = self.x[int(sign * weights[0] >= 0)], self.y[int(sign * weights[1] >= 0)]
            if sign * (weights[0] * x + weights[1] * y + bias) <= 0:
                continue
            left, top = self.at((x, y))
            at_end, at_top = x == self.x[1], y == self.y[1]
            place = {"x": left + (-6 if at_end else 6), "y": top + (15 if at_top else -6)}
            parent.add("text", name, class_="plane-name" + " plane-end" * at_end, **place)

    def above(self, values: Array) -> str:
        """Return the part of the plane where values are above 0, as a path.

        values (rows, columns): at evenly spaced places, rows from the lowest y to the highest.
        Whole cells of a row are joined; those on the edge are cut linearly.
        """
        ones = (values > 0).astype(int)
        corners = ones[1:, 1:] + ones[1:, :-1] + ones[:-1, 1:] + ones[:-1, :-1]
        rows, columns = corners.shape
        across = [round(self.left + k / columns * self.width, 1) for k in range(columns + 1)]
        down = [round(self.top + (1 - k / rows) * self.height, 1) for k in range(rows + 1)]
        path = []
        for row, inside in enumerate(np.pad(corners == 4, ((0, 0), (1, 1)))):
            ends = np.flatnonzero(inside[1:] != inside[:-1]).tolist()
            bottom, top = down[row], down[row + 1]
            for start, end in zip(ends[::2], ends[1::2], strict=True):
                left, right = across[start], across[end]
                path.append(f"M{left:g} {bottom:g}h{right - left:g}v{top - bottom:g}H{left:g}z")
        for row, column in np.argwhere((corners > 0) & (corners < 4)).tolist():
            turn = ((row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column))
            path.append(_cut([(across[c], down[r], float(values[r, c])) for r, c in turn]))
        return "".join(path)

    def arrow(self, parent: Element, start: Place, end: Place, class_: str, link: str = "") -> None:
        """Draw an arrow; one that would be shorter than its head isn't drawn."""
        (x1, y1), (x2, y2) = self.at(start), self.at(end)
        length = math.hypot(x2 - x1, y2 - y1)
        if length < 4:
            return
        head = min(9.0, length)
        u, v = head * (x2 - x1) / length, head * (y2 - y1) / length
        sides = [(x2 - u - s * v / 2, y2 - v + s * u / 2) for s in (1, -1)]
        (ax, ay), (bx, by) = sides
        d = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}M{ax:.1f} {ay:.1f}L{x2:.1f} {y2:.1f}"
        more = {"data_link": link or None}
        parent.add("path", d=f"{d}L{bx:.1f} {by:.1f}", class_=f"plane-arrow {class_}", **more)

    def drag(self, parent: Element, control: str, axis: str = "x") -> None:
        """Lay a surface over the box: dragging over it moves a slider or the steps of this name."""
        zero, one = (self.at_x(0), self.at_x(1)) if axis == "x" else (self.at_y(0), self.at_y(1))
        moves = {"data_drag": control, "data_axis": axis}
        unit = f"{one - zero:.6g}"
        self._box(parent, "plane-drag", **moves, data_origin=zero, data_unit=unit)

    def _box(self, parent: Element, class_: str, **more: str | float) -> None:
        """Draw a rectangle over all of the plane."""
        size = {"width": self.width, "height": self.height}
        parent.add("rect", x=self.left, y=self.top, **size, class_=class_, **more)

    def handle(self, parent: Element, name: str, place: Place, sets: str = "") -> None:
        """Mark where the control `Point(name, ...)` is now; the page puts its grip there.

        sets: "CONTROL VALUE", which taking hold of it sets, too.

        The attributes tell the page how far one unit reaches, so that it can turn a pointer's
        place into the control's value.
        """
        (x_low, x_high), (y_low, y_high) = self.x, self.y
        x, y = self.at(place)
        parent.add(
            "circle",
            cx=x,
            cy=y,
            r=12,
            class_="plane-handle",
            data_handle=name,
            data_set=sets or None,
            data_origin=f"{self.at_x(0):.6g} {self.at_y(0):.6g}",
            data_unit=f"{self.width / (x_high - x_low):.6g} {-self.height / (y_high - y_low):.6g}",
        )

    def example(
        self, parent: Element, place: Place, answer: bool, wrong: bool = False, link: str = ""
    ) -> None:
        """Draw an example of class 1, a disc, or of class 0, a ring; a wrong one has an outline.

        link: what else lights up with it.
        """
        x, y = self.at(place)
        group = parent.add("g", data_link=link or None)
        kind = "plane-one" if answer else "plane-zero"
        if wrong:
            group.add("circle", cx=x, cy=y, r=10, class_="plane-wrong")
        group.add("circle", cx=x, cy=y, r=6.5 if answer else 5.5, class_=kind)


def _cut(corners: list[tuple[float, float, float]]) -> str:
    """Return the part of a cell where the third number of its corners is above 0, as a path."""
    points = []
    for (x, y, here), (u, v, there) in pairwise([*corners, corners[0]]):
        if here > 0:
            points.append(f"{x:g} {y:g}")
        if (here > 0) != (there > 0):
            part = here / (here - there)
            x, y = x + part * (u - x), y + part * (v - y)
            points.append(f"{round(x, 1):g} {round(y, 1):g}")
    return f"M{' '.join(points)}z"


def clip_line(weights: Place, bias: float, x: Place, y: Place) -> list[Place]:
    """Return the two ends of the line w1 x + w2 y + b = 0 inside a box, or [] if it misses it."""
    w1, w2 = weights
    ends: list[Place] = []
    if w2:
        ends += [(at, -(w1 * at + bias) / w2) for at in x]
    if w1:
        ends += [(-(w2 * at + bias) / w1, at) for at in y]
    inside = [
        end
        for end in ends
        if x[0] - 1e-9 <= end[0] <= x[1] + 1e-9 and y[0] - 1e-9 <= end[1] <= y[1] + 1e-9
    ]
    inside = sorted(set(inside))
    return [inside[0], inside[-1]] if len(inside) > 1 else []


def half_plane(weights: Place, bias: float, x: Place, y: Place) -> list[Place]:
    """Return the corners of the part of a box where w1 x + w2 y + b >= 0, in order; [] if none."""
    w1, w2 = weights
    corners = [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])]
    heights = [w1 * px + w2 * py + bias for px, py in corners]
    kept: list[Place] = []
    around = zip([*corners, corners[0]], [*heights, heights[0]], strict=True)
    for ((px, py), here), ((qx, qy), there) in pairwise(around):
        if here >= 0:
            kept.append((px, py))
        if (here >= 0) != (there >= 0):
            part = here / (here - there)
            kept.append((px + part * (qx - px), py + part * (qy - py)))
    return kept
