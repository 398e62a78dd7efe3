"""Digits made of strokes: a few ways to write each, with random slant, size, place and wobble.

Shapes stand in a box of width and height 1, y pointing down; `digit` puts one on the canvas.
"""

from __future__ import annotations

import gzip
import json
import math
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Stroke = list[Point]
Drawing = list[Stroke]

CANVAS = 280.0
STEPS = 14  # points of an arc or a straight line


def line(*corners: Point) -> Stroke:
    """A polyline through the corners, in small steps as a hand makes them."""
    points = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        parts = [step / STEPS for step in range(1, STEPS + 1)]
        points += [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part) for part in parts]
    return points


def arc(x: float, y: float, width: float, height: float, start: float, end: float) -> Stroke:
    """Part of an ellipse around (x, y); angles in degrees, 0 right, 90 down."""
    angles = [math.radians(start + (end - start) * step / STEPS) for step in range(STEPS + 1)]
    return [(x + width * math.cos(angle), y + height * math.sin(angle)) for angle in angles]


SHAPES: dict[int, list[Callable[[], Drawing]]] = {
    0: [
        lambda: [arc(0.5, 0.5, 0.33, 0.48, -90, -445)],
        lambda: [arc(0.5, 0.5, 0.42, 0.48, -60, -420)],
    ],
    1: [
        lambda: [line((0.5, 0.02), (0.5, 0.98))],
        lambda: [line((0.56, 0.02), (0.46, 0.98))],
        lambda: [line((0.34, 0.2), (0.54, 0.03), (0.54, 0.98))],
    ],
    2: [
        lambda: [
            arc(0.5, 0.28, 0.32, 0.26, -170, 40) + line((0.7, 0.46), (0.16, 0.95), (0.86, 0.95))
        ],
        lambda: [arc(0.48, 0.27, 0.3, 0.25, -200, 50) + line((0.6, 0.5), (0.2, 0.96), (0.8, 0.93))],
    ],
    3: [
        lambda: [arc(0.46, 0.27, 0.3, 0.24, -160, 90) + arc(0.46, 0.74, 0.34, 0.24, -90, 155)],
        lambda: [arc(0.45, 0.27, 0.28, 0.25, -140, 80) + arc(0.46, 0.73, 0.33, 0.25, -80, 140)],
    ],
    4: [
        lambda: [line((0.3, 0.05), (0.2, 0.58), (0.85, 0.58)), line((0.68, 0.2), (0.66, 0.98))],
        lambda: [line((0.25, 0.05), (0.22, 0.5), (0.75, 0.5)), line((0.75, 0.05), (0.75, 0.98))],
    ],
    5: [
        lambda: [
            line((0.32, 0.05), (0.27, 0.44)) + arc(0.45, 0.68, 0.32, 0.27, -120, 145),
            line((0.32, 0.05), (0.8, 0.05)),
        ],
        lambda: [
            line((0.8, 0.05), (0.3, 0.06), (0.26, 0.45)) + arc(0.46, 0.68, 0.33, 0.27, -125, 140)
        ],
    ],
    6: [
        lambda: [arc(0.85, 0.62, 0.66, 0.6, -100, -180) + arc(0.48, 0.7, 0.29, 0.26, -180, -540)],
        lambda: [line((0.66, 0.03), (0.3, 0.45)) + arc(0.5, 0.7, 0.3, 0.26, -160, -520)],
    ],
    7: [
        lambda: [line((0.15, 0.07), (0.82, 0.05), (0.42, 0.98))],
        lambda: [line((0.18, 0.06), (0.8, 0.06), (0.36, 0.97))],
    ],
    8: [
        lambda: [
            [
                (0.5 - 0.3 * math.sin(2 * t), 0.5 - 0.46 * math.cos(t))
                for t in (2 * math.pi * step / 44 for step in range(45))
            ]
        ],
        lambda: [arc(0.5, 0.26, 0.26, 0.23, 90, -270), arc(0.5, 0.73, 0.32, 0.25, -90, 270)],
    ],
    9: [
        lambda: [arc(0.5, 0.3, 0.28, 0.26, 0, -360) + line((0.78, 0.3), (0.72, 0.98))],
        lambda: [arc(0.48, 0.3, 0.28, 0.27, -20, -360) + line((0.76, 0.3), (0.76, 0.97))],
    ],
}


def digit(label: int, hand: random.Random) -> Drawing:
    """One digit as this hand happens to write it, somewhere on the canvas."""
    shape = hand.choice(SHAPES[label])()
    slant, turn = hand.uniform(-0.05, 0.25), hand.uniform(-0.08, 0.08)
    stretch = hand.uniform(0.6, 0.85)
    wobble = [hand.uniform(-0.012, 0.012) for _ in range(4)]

    def bend(point: Point) -> Point:
        x, y = (point[0] - 0.5) * stretch, point[1] - 0.5
        x += wobble[0] * math.sin(7 * y) + wobble[1] * math.cos(11 * y)
        y += wobble[2] * math.sin(9 * x) + wobble[3] * math.cos(6 * x)
        x -= slant * y
        return (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))

    return placed([[bend(point) for point in stroke] for stroke in shape], hand)


def placed(drawing: Drawing, hand: random.Random) -> Drawing:
    """Scale a drawing, proportions kept, to a random size at a random place of the canvas."""
    xs = [x for stroke in drawing for x, _ in stroke]
    ys = [y for stroke in drawing for _, y in stroke]
    longest = max(max(xs) - min(xs), max(ys) - min(ys)) or 1.0
    scale = hand.uniform(100, 220) / longest
    edge = 14.0
    left = hand.uniform(edge, CANVAS - edge - (max(xs) - min(xs)) * scale)
    top = hand.uniform(edge, CANVAS - edge - (max(ys) - min(ys)) * scale)
    return [
        [(left + (x - min(xs)) * scale, top + (y - min(ys)) * scale) for x, y in stroke]
        for stroke in drawing
    ]


def written(path: Path, each: int, hand: random.Random) -> list[tuple[int, Drawing]]:
    """`each` random ones of every digit that people wrote, from a .jsonl.gz of strokes."""
    by_label: dict[int, list[Drawing]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            strokes = [[(float(x), float(y)) for x, y in stroke] for stroke in row["strokes"]]
            by_label.setdefault(int(row["label"]), []).append([s for s in strokes if s])
    return [
        (label, placed(drawing, hand))
        for label in range(10)
        for drawing in hand.sample(by_label[label], each)
    ]
