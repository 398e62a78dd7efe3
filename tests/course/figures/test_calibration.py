"""The reliability diagram: its numbers can be read, however close the dots are."""

from __future__ import annotations

from itertools import combinations

import pytest

from course.figures.calibration import DIGIT, Box, diagram, overlap
from course.figures.svg import Element

CLOSE = [(509, 0.77, 0.765), (611, 0.835, 0.815), (1055, 0.905, 0.9), (6096, 0.98, 0.985)]


def box_of(number: Element) -> Box:
    """What a number covers: its digits are 10 units high."""
    x, y = float(number.attributes["x"]), float(number.attributes["y"])
    wide = DIGIT * len(number.text())
    left = x - wide if "plane-end" in number.attributes["class"] else x
    return left, y - 10, left + wide, y


@pytest.mark.parametrize("shift", [0.0, 0.02, 0.05])
def test_a_number_covers_no_dot_and_no_other_number(shift: float) -> None:
    rows = [
        {"count": count, "confidence": said, "accuracy": min(right + shift * (i % 2), 1.0)}
        for i, (count, said, right) in enumerate(CLOSE)
    ]
    drawn = list(diagram(rows).parts())
    circles = [
        [float(one.attributes[name]) for name in ("cx", "cy", "r")]
        for one in drawn
        if one.name == "circle"
    ]
    dots = [(x - r, y - r, x + r, y + r) for x, y, r in circles]
    numbers = [one for one in drawn if "on-line" in one.attributes.get("class", "")]
    assert [one.text() for one in numbers] == [f"{count:,}" for count, *_ in CLOSE]
    boxes = [box_of(one) for one in numbers]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(overlap(box, dot) for box in boxes for dot in dots)
