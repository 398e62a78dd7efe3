"""Drawings made from a few points: ways to write a digit that MNIST hardly shows, and letters.

MNIST was written by American census takers and pupils. Elsewhere a 1 has a flag and a foot, a
7 a bar, a 9 a hooked tail. Each line of a table below is one such way: strokes are separated
by `/`, points are `x,y` in tenths of the drawing's box, y points down. A sketch moves every
point at random, rounds the corners more or less, and traces a distance field (see `pens`).
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.pens import trace
from training.preprocess import FITTED, SIZE

MARGIN = (SIZE - FITTED) / 2
JITTER = 0.055  # standard deviation of every point, in units of the box
PARTS = 4  # straight pieces between two points
CHUNK = 250

DIGITS = {
    0: ("6,0 3,1 1,4 2,9 5,10 8,8 8,3 6,0 4,0", "4,1 2,4 2,8 5,10 8,7 7,2 4,0 3,2"),
    1: (
        "3,4 6,0 6,10",
        "2,3 6,0 5,10",
        "1,5 7,0 4,10",
        "2,6 7,0 5,10",
        "4,5 6,0 6,10",
        "5,4 6,0 5,10",
        "4,1 6,0 6,10",
        "4,0 6,0 5,10",
        "4,2 6,0 6,10 / 3,10 9,10",
        "3,4 6,0 6,10 / 3,10 9,10",
        "5,0 5,10 / 2,10 8,10",
    ),
    2: ("2,2 5,0 8,3 3,8 2,10 4,9 9,10",),
    3: (
        "2,1 5,0 7,2 5,4 7,7 5,10 2,9",
        "2,0 8,0 5,4 8,6 6,10 2,9",
        "2,2 5,0 7,2 6,5 7,8 4,10 1,9",
        "1,2 5,0 8,2 5,5 6,8 4,10 1,9",
    ),
    4: (
        "5,0 2,6 6,7 / 6,4 6,10",
        "4,0 2,6 8,6 / 7,3 6,10",
        "5,0 3,5 2,7 7,6 / 6,5 5,10",
        "6,0 1,6 9,6 / 6,3 6,10",
        "4,0 2,4 4,5 7,4 / 7,0 6,5 6,10",
        "5,0 3,6 6,7 / 6,5 6,10",
        "4,0 3,5 3,7 7,7 / 6,5 6,10",
    ),
    5: (
        "7,1 4,0 3,4 6,4 7,7 5,10 2,9",
        "4,1 3,4 6,4 7,7 4,10 1,9 / 3,1 9,0",
        "4,0 3,4 7,5 6,9 2,10 / 5,1 8,1",
        "3,0 3,4 6,4 8,7 5,10 2,9",
    ),
    6: ("6,0 3,3 2,7 4,10 7,8 5,6 2,8",),
    7: (
        "1,0 8,0 4,10 / 3,5 8,5",
        "2,2 2,0 9,0 5,10 / 3,5 8,5",
        "1,1 5,1 8,0 5,5 4,10 / 2,5 8,4",
        "1,2 2,0 8,0 4,10",
        "1,1 5,0 8,1 5,6 4,10 / 1,7 8,7",
        "2,2 4,0 8,1 4,10 / 2,6 9,7",
        "2,2 5,0 8,1 4,9 / 3,7 9,8",
    ),
    8: (
        "7,1 4,0 3,3 6,6 6,9 4,10 3,8 7,1",
        "7,2 4,0 3,3 7,7 5,10 3,8 5,5 7,3",
        "9,0 4,1 3,3 6,6 4,10 3,8 8,1",
    ),
    9: (
        "7,1 4,0 2,2 4,5 7,2 7,7 5,10 2,9",
        "7,1 4,0 2,3 5,4 7,2 8,7 5,10 1,8",
        "7,2 5,0 2,2 4,4 7,2 6,6 2,10",
        "8,1 5,0 3,3 6,3 8,1 6,6 2,10",
        "6,0 3,1 3,4 6,4 7,1 7,6 5,10 2,9 2,8",
        "7,1 4,0 3,2 5,3 7,1 8,5 6,9 3,10 1,9",
        "8,1 4,0 3,2 5,4 7,3 8,6 6,9 2,10",
    ),
}

# Letters that are no digit's twin, and signs. The twins, in either case, are left out:
# O, L, I, S, Z, B, G, Q, D, J, Y, T.
SHAPES = (
    "1,10 5,0 9,10 / 3,6 7,6",  # A
    "9,2 6,0 2,2 1,6 4,10 9,8",  # C
    "8,0 1,0 1,10 8,10 / 1,5 7,5",  # E
    "8,0 1,0 1,10 / 1,5 6,5",  # F
    "1,0 1,10 / 8,0 8,10 / 1,5 8,5",  # H
    "1,0 1,10 / 8,0 1,5 8,10",  # K
    "0,10 1,0 5,6 9,0 10,10",  # M
    "1,10 1,0 8,10 8,0",  # N
    "1,10 1,0 7,0 8,3 6,5 1,5",  # P
    "1,10 1,0 7,0 8,2 6,5 1,5 8,10",  # R
    "1,0 1,7 3,10 7,10 9,7 9,0",  # U
    "1,0 5,10 9,0",  # V
    "0,0 2,10 5,3 8,10 10,0",  # W
    "1,0 8,10 / 8,0 1,10",  # X
    "8,2 4,1 1,5 3,9 7,8 8,2 8,8 10,10",  # a
    "8,2 4,1 1,5 4,9 8,8",  # c
    "1,5 8,5 7,1 3,1 1,5 3,9 8,9",  # e
    "8,1 5,0 4,3 4,10 / 1,4 8,4",  # f
    "1,0 1,10 / 1,6 5,4 8,6 8,10",  # h
    "1,0 1,10 / 7,4 1,7 7,10",  # k
    "0,10 0,3 / 0,5 3,3 5,5 5,10 / 5,5 8,3 10,5 10,10",  # m
    "1,10 1,2 / 1,4 5,1 8,4 8,10",  # n
    "1,10 1,1 / 1,3 5,0 8,3 5,6 1,5",  # p
    "2,10 2,1 / 2,4 5,1 9,2",  # r
    "1,1 1,7 4,10 8,7 / 8,1 8,10",  # u
    "5,0 5,10 / 0,5 10,5",  # plus
    "0,5 10,5 / 6,1 10,5 6,9",  # arrow
    "5,10 0,4 1,0 4,0 5,3 6,0 9,0 10,4 5,10",  # heart
    "0,5 3,9 10,0",  # tick
    "1,10 1,4 5,0 9,4 9,10 1,10",  # house
    "0,3 10,3 / 0,7 10,7",  # equals
    "3,0 2,10 / 7,0 6,10 / 0,3 10,3 / 0,7 10,7",  # hash
    "0,7 3,2 6,7 9,2",  # wave
    "5,3 3,1 0,5 3,9 7,1 10,5 7,9 5,6",  # infinity
)


def parse(templates: tuple[str, ...] | list[str]) -> tuple[Tensor, Tensor]:
    """Read templates into points [m, k, 2] in 0..1 and, for each piece, whether it is drawn.

    Templates with fewer than k points end in copies of their last one, pen up.
    """
    strokes = [
        [[tuple(map(float, point.split(","))) for point in stroke.split()] for stroke in parts]
        for parts in (template.split("/") for template in templates)
    ]
    longest = max(sum(map(len, parts)) for parts in strokes)
    points = torch.zeros(len(templates), longest, 2)
    down = torch.zeros(len(templates), longest - 1, dtype=torch.bool)
    for index, parts in enumerate(strokes):
        flat = [point for stroke in parts for point in stroke]
        points[index] = torch.tensor(flat + flat[-1:] * (longest - len(flat))) / 10
        start = 0
        for stroke in parts:
            down[index, start : start + len(stroke) - 1] = True
            start += len(stroke)
    return points, down


def rounded(points: Tensor, down: Tensor, roundness: Tensor) -> tuple[Tensor, Tensor]:
    """Lead a curve through points [n, k, 2]; roundness [n] is 0 for corners, 1 for curves.

    Catmull-Rom splines, one a stroke; returns finer points and what of them is drawn.
    """
    count, longest = points.shape[:2]
    index = torch.arange(longest).expand(count, longest)
    off = torch.zeros(count, 1, dtype=torch.bool)
    before = index - torch.cat([off, down], 1).long()
    after = index + torch.cat([down, off], 1).long()
    sample = torch.arange(count)[:, None]
    tangent = (points[sample, after] - points[sample, before]) / 2
    t = (torch.arange(PARTS) / PARTS)[None, None, :, None]
    start, end = points[:, :-1, None], points[:, 1:, None]
    leave, arrive = tangent[:, :-1, None], tangent[:, 1:, None]
    curve = (
        (2 * t**3 - 3 * t**2 + 1) * start
        + (t**3 - 2 * t**2 + t) * leave
        + (3 * t**2 - 2 * t**3) * end
        + (t**3 - t**2) * arrive
    )
    path = torch.lerp(start + t * (end - start), curve, roundness[:, None, None, None])
    path = torch.cat([path.flatten(1, 2), points[:, -1:]], 1)
    return path, down.repeat_interleave(PARTS, 1)


def sketch(templates: tuple[str, ...] | list[str], count: int) -> tuple[Tensor, Tensor]:
    """Draw `count` sketches; return packed fields [n, 56, 56] and which template each is."""
    points, down = parse(templates)
    chosen = torch.randint(len(templates), (count,))
    fields = []
    for part in torch.split(chosen, CHUNK):
        moved = points[part] + JITTER * torch.randn(len(part), *points.shape[1:])
        path, drawn = rounded(moved, down[part], torch.rand(len(part)).sqrt())
        fields.append(trace(MARGIN + FITTED * path, drawn))
    return torch.cat(fields), chosen


def digit_sketches(count: int) -> tuple[Tensor, Tensor]:
    """Draw digits in the ways of the table, each digit as often as it has ways."""
    templates = [way for ways in DIGITS.values() for way in ways]
    labels = torch.tensor([digit for digit, ways in DIGITS.items() for _ in ways])
    fields, chosen = sketch(templates, count)
    return fields, labels[chosen]
