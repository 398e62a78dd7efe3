"""Pen strokes drawn as the page's pad draws them: a round pen on a 280x280 canvas.

The pad leads a smooth line through the points (site/js/lib/strokes.js) and the browser's
canvas strokes it with round caps and joins; here the same ink comes from the distance to the
nearest piece of that line.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

CANVAS = 280  # ink pixels along a side
PEN = 20.0  # ink pixels, the width of the pad's line
SPAN = 180.0  # ink pixels, the longest side of a replayed digit's points

Stroke = list[tuple[float, float]]
Place = tuple[float, float]
CENTRE: Place = (CANVAS / 2, CANVAS / 2)


@dataclass(frozen=True)
class Drawing:
    """One digit that somebody wrote: strokes of (x, y) points, y pointing down."""

    label: int
    writer: str
    strokes: list[Stroke]


def read_drawings(path: Path) -> Iterator[Drawing]:
    """Read a .jsonl.gz file with one `{label, writer, strokes}` a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Drawing(int(row["label"]), str(row["writer"]), row["strokes"])


def placed(strokes: list[Stroke], span: float = SPAN, middle: Place = CENTRE) -> list[Tensor]:
    """Scale strokes to a longest side of `span` around a middle (x, y); tensors [k, 2]."""
    lines = [torch.tensor(stroke, dtype=torch.float32) for stroke in strokes if stroke]
    points = torch.cat(lines)
    low, high = points.amin(0), points.amax(0)
    scale = span / (high - low).amax().clamp(min=1e-6)
    return [(line - (low + high) / 2) * scale + torch.tensor(middle) for line in lines]


def smooth(line: Tensor) -> Tensor:
    """Lead the pad's smooth line through points [k, 2]: each bends it between two middles.

    The quadratic curves are cut into two straight pieces each.
    """
    if len(line) < 3:
        return line
    middles = (line[1:-2] + line[2:-1]) / 2
    starts = torch.cat([line[:1], middles])
    ends = torch.cat([middles, (line[-2:-1] + line[-1:]) / 2])
    halves = (starts + 2 * line[1:-1] + ends) / 4
    curves = torch.stack([halves, ends], 1).flatten(0, 1)
    return torch.cat([line[:1], curves, line[-1:]])


def window(low: float, high: float, reach: float, size: int) -> slice:
    """Return the pixels along one axis that are within reach of low..high."""
    return slice(max(math.floor(low - reach), 0), max(min(math.ceil(high + reach), size), 0))


def distance(lines: list[Tensor], reach: float, size: int = CANVAS) -> Tensor:
    """Measure how far every pixel [size, size] is from the polylines, up to `reach`.

    A line of one point, a tap, is a piece of no length.
    """
    field = np.full((size, size), reach, np.float32)
    places = np.arange(size, dtype=np.float32) + np.float32(0.5)
    for line in lines:
        points = line.tolist()
        for (x1, y1), (x2, y2) in zip(points, points[1:] or points, strict=False):
            across = window(min(x1, x2), max(x1, x2), reach, size)
            down = window(min(y1, y2), max(y1, y2), reach, size)
            x, y = places[across] - x1, places[down][:, None] - y1
            along_x, along_y = x2 - x1, y2 - y1
            length = max(along_x**2 + along_y**2, 1e-9)
            share = np.clip((x * along_x + y * along_y) / length, 0, 1)
            gap = np.hypot(x - share * along_x, y - share * along_y)
            field[down, across] = np.minimum(field[down, across], gap)
    return torch.from_numpy(field)


def ink(field: Tensor, pen: float) -> Tensor:
    """Ink a field of distances with a round pen, its edge antialiased over one pixel."""
    return (pen / 2 + 0.5 - field).clamp(0, 1)


def render(
    strokes: list[Stroke], pen: float = PEN, span: float = SPAN, middle: Place = CENTRE
) -> Tensor:
    """Draw strokes on the pad; ink float32 [280, 280] in 0..1."""
    lines = [smooth(line) for line in placed(strokes, span, middle)]
    return ink(distance(lines, pen / 2 + 1), pen)
