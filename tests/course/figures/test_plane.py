"""Planes: the part of one where values are above 0."""

import re

import numpy as np
import pytest

from course.figures.plane import Plane
from course.figures.svg import Element

PLANE = Plane((0, 3), (0, 2), 10, 20, 30, 20)


def area(path):
    """Return the area inside a path's outlines, and the lowest and highest x and y."""
    total, seen = 0.0, []
    for outline in path.split("z")[:-1]:
        corners = []
        for kind, text in re.findall(r"([MhvH])([-\d. ]+)", outline):
            numbers = [float(one) for one in text.split()]
            if kind == "M":
                corners += list(zip(numbers[::2], numbers[1::2], strict=True))
                continue
            x, y = corners[-1]
            step = numbers[0]
            corners.append({"h": (x + step, y), "v": (x, y + step), "H": (step, y)}[kind])
        x, y = np.array(corners).T
        total += abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2
        seen += corners
    return total, np.min(seen, axis=0).tolist(), np.max(seen, axis=0).tolist()


def test_all_of_a_plane_is_above_0_or_nothing():
    ones = np.ones((3, 4))
    assert area(PLANE.above(ones)) == (600.0, [10, 20], [40, 40])
    assert PLANE.above(ones).count("M") == 2  # a row of cells is one outline
    assert PLANE.above(-ones) == PLANE.above(0 * ones) == ""


@pytest.mark.parametrize(("w1", "w2", "b"), [(1, 0, -1.3), (0, 1, -0.7), (2, 1, -3), (-1, 2, 0.25)])
def test_a_straight_border_is_straight_whatever_the_grid(w1, w2, b):
    found = []
    for rows, columns in ((3, 4), (21, 31)):
        x, y = np.meshgrid(np.linspace(0, 3, columns), np.linspace(0, 2, rows))
        found.append(area(PLANE.above(w1 * x + w2 * y + b))[0])
    assert found[0] == pytest.approx(found[1], rel=0.01)


def test_the_part_above_0_lies_where_its_values_do():
    x, y = np.meshgrid(np.linspace(0, 3, 4), np.linspace(0, 2, 3))
    assert area(PLANE.above(y - 1.5)) == (150.0, [10, 20], [40, 25])  # high values at the top
    assert area(PLANE.above(2.25 - x)) == (450.0, [10, 20], [32.5, 40])


@pytest.mark.parametrize(
    ("weights", "bias", "there"),
    [
        ((1, 1), -2, {"no": (0, 0), "yes": (3, 2)}),
        ((-1, 1), 0, {"no": (3, 0), "yes": (0, 2)}),
        ((0, -1), 1, {"no": (3, 2), "yes": (3, 0)}),
        ((1, 1), 9, {"yes": (3, 2)}),
    ],
)
def test_both_sides_of_a_line_are_named_where_they_are_widest(weights, bias, there):
    drawn = Element("g")
    PLANE.name_sides(drawn, weights, bias, ("no", "yes"))
    names = list(drawn.parts())[1:]
    assert [part.text() for part in names] == list(there)
    for part, corner in zip(names, there.values(), strict=True):
        x, y = PLANE.at(corner)
        assert abs(float(part.attributes["x"]) - x) <= 15
        assert abs(float(part.attributes["y"]) - y) <= 15
        assert ("plane-end" in part.attributes["class"]) == (corner[0] == 3)
