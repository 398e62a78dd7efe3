"""The reliability diagram: its numbers can be read, however close the dots are."""

from __future__ import annotations

from itertools import combinations

import pytest

from course.figures.calibration import diagram, free, overlap

CLOSE = [(509, 0.77, 0.765), (611, 0.835, 0.815), (1055, 0.905, 0.9), (6096, 0.98, 0.985)]


@pytest.mark.parametrize("shift", [0.0, 0.02, 0.05])
def test_a_number_covers_no_dot_and_no_other_number(shift: float) -> None:
    rows = [
        {"count": count, "confidence": said, "accuracy": min(right + shift * (i % 2), 1.0)}
        for i, (count, said, right) in enumerate(CLOSE)
    ]
    drawing = diagram(rows)
    dots = [one.attributes for one in drawing.parts() if one.name == "circle"]
    circles = [(float(d["cx"]), float(d["cy"]), float(d["r"])) for d in dots]
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in circles]
    for row, circle in zip(rows, circles, strict=True):
        taken.append(free(f"{row['count']:,}", circle, taken)[0])
    assert not any(overlap(one, other) for one, other in combinations(taken[len(dots) :], 2))
    for box in taken[len(dots) :]:
        assert not any(overlap(box, dot) for dot in taken[: len(dots)])
