"""Pen strokes drawn as the page's pad draws them: a round pen on a 280x280 canvas.

The pad sets the canvas's lineWidth, lineCap and lineJoin to a round pen and strokes the
points' polyline; here the same ink comes from the distance to the nearest segment.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

CANVAS = 280  # ink pixels along a side
PEN = 20.0  # ink pixels, the width of the pad's line
SPAN = 180.0  # ink pixels, the longest side of a replayed digit's points

Stroke = list[tuple[float, float]]


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


def placed(strokes: list[Stroke], span: float = SPAN) -> list[Tensor]:
    """Scale strokes to a longest side of `span` in the middle of the canvas; tensors [k, 2]."""
    lines = [torch.tensor(stroke, dtype=torch.float32) for stroke in strokes if stroke]
    points = torch.cat(lines)
    low, high = points.amin(0), points.amax(0)
    scale = span / (high - low).amax().clamp(min=1e-6)
    return [(line - (low + high) / 2) * scale + CANVAS / 2 for line in lines]


def segments(lines: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Return where every segment of the polylines starts and ends, [m, 2] each.

    A stroke of one point, a dot, is a segment of no length.
    """
    starts = torch.cat([line[:-1] if len(line) > 1 else line for line in lines])
    ends = torch.cat([line[1:] if len(line) > 1 else line for line in lines])
    return starts, ends


def distance(lines: list[Tensor], size: int = CANVAS) -> Tensor:
    """Measure how far every pixel [size, size] is from the polylines."""
    starts, ends = segments(lines)
    places = torch.arange(size) + 0.5
    y, x = places[:, None, None], places[None, :, None]
    along = ends - starts
    length = along.square().sum(1).clamp(min=1e-9)
    from_x, from_y = x - starts[:, 0], y - starts[:, 1]
    share = ((from_x * along[:, 0] + from_y * along[:, 1]) / length).clamp(0, 1)
    gap_x, gap_y = from_x - share * along[:, 0], from_y - share * along[:, 1]
    return (gap_x.square() + gap_y.square()).amin(2).sqrt()


def render(strokes: list[Stroke], pen: float = PEN, span: float = SPAN) -> Tensor:
    """Draw strokes; ink float32 [280, 280] in 0..1 with edges antialiased over one pixel."""
    return (pen / 2 + 0.5 - distance(placed(strokes, span))).clamp(0, 1)
