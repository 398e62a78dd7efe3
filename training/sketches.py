"""Drawings made from a few points, as by a hand: digits (see `ways`) and signs (see `signs`).

A sketch moves every point at random, rounds the corners more or less, slants and stretches
what comes out, may shake, break or retrace it, and traces a distance field (see `pens`).
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from training.pens import trace
from training.preprocess import FITTED, SIZE
from training.ways import DIGITS, SHARES

MARGIN = (SIZE - FITTED) / 2
JITTER = 0.05  # standard deviation of every point, in units of the box
PARTS = 4  # straight pieces between two points
CHUNK = 250
SLANT = 0.47  # the largest shear, 25 degrees
NARROW, WIDE = 0.6, 1.15  # width, as a share of the template's
SHAKY, TREMOR = 0.25, 0.018  # how many sketches shake, and how far, in units of the box
BROKEN, GAP = 0.15, 3  # how many have a gap, and how many pieces it takes
RETRACED, AWAY = 0.1, 0.03  # how many are drawn twice, and how far the second lies away


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


def leaning(path: Tensor) -> Tensor:
    """Slant and stretch paths [n, k, 2], each in its own way."""
    slant = SLANT * (2 * torch.rand(len(path), 1) - 1) * (torch.rand(len(path), 1) < 0.6)
    width = NARROW + (WIDE - NARROW) * torch.rand(len(path), 1)
    x = path[..., 0] * width - slant * (path[..., 1] - 0.5)
    return torch.stack([x, path[..., 1]], 2)


def shaken(path: Tensor) -> Tensor:
    """Let the hand tremble along some of the paths."""
    shaky = torch.rand(len(path), 1, 1) < SHAKY
    return path + shaky * TREMOR * torch.randn(path.shape)


def broken(drawn: Tensor) -> Tensor:
    """Lift the pen somewhere in some of the drawings."""
    start = torch.randint(drawn.shape[1], (len(drawn), 1))
    place = torch.arange(drawn.shape[1])
    gap = (place >= start) & (place < start + GAP)
    return drawn & ~(gap & (torch.rand(len(drawn), 1) < BROKEN))


def fitted(path: Tensor) -> Tensor:
    """Scale paths to the 20x20 field in the middle of the canvas, as the page will."""
    low, high = path.amin(1, keepdim=True), path.amax(1, keepdim=True)
    side = (high - low).amax(2, keepdim=True).clamp(min=0.2)
    return SIZE / 2 + FITTED * (path - (low + high) / 2) / side


def hands(
    templates: tuple[str, ...] | list[str], chosen: Tensor
) -> Iterator[tuple[Tensor, Tensor]]:
    """Write the chosen templates, a few at a time: paths [n, k, 2] and what is drawn of them."""
    points, down = parse(templates)
    for part in torch.split(chosen, CHUNK):
        moved = points[part] + JITTER * torch.randn(len(part), *points.shape[1:])
        path, drawn = rounded(moved, down[part], torch.rand(len(part)).sqrt())
        yield fitted(shaken(leaning(path))), broken(drawn)


def pieces(path: Tensor, down: Tensor) -> list[Tensor]:
    """Cut a path [k, 2] where the pen is up."""
    lifted = (~down).nonzero()[:, 0].tolist()
    ends = [*lifted, len(path) - 1]
    starts = [0, *(place + 1 for place in lifted)]
    parts = [path[start : end + 1] for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if len(part) > 1]


def traced_hands(path: Tensor, drawn: Tensor) -> Tensor:
    """Return packed fields [n, 56, 56] of paths, some of which are drawn twice."""
    once = trace(path, drawn)
    twice = trace(path + FITTED * AWAY * torch.randn(path.shape), drawn)
    retraced = torch.rand(len(path), 1, 1) < RETRACED
    return torch.where(retraced, torch.minimum(once, twice), once)


def sketch(templates: tuple[str, ...] | list[str], count: int) -> tuple[Tensor, Tensor]:
    """Draw `count` sketches; return packed fields [n, 56, 56] and which template each is."""
    chosen = torch.randint(len(templates), (count,))
    return torch.cat([traced_hands(*some) for some in hands(templates, chosen)]), chosen


def chosen_ways(count: int) -> tuple[list[str], Tensor, Tensor]:
    """Pick digits by SHARES, and for each one of its ways: templates, which, labels."""
    labels = torch.tensor(SHARES, dtype=torch.float32).multinomial(count, replacement=True)
    sizes = torch.tensor([len(ways) for ways in DIGITS.values()])
    first = sizes.cumsum(0) - sizes
    chosen = first[labels] + (torch.rand(count) * sizes[labels]).long()
    return [way for ways in DIGITS.values() for way in ways], chosen, labels


def digit_sketches(count: int) -> tuple[Tensor, Tensor]:
    """Draw digits in the ways of the table; return packed fields and labels."""
    templates, chosen, labels = chosen_ways(count)
    return torch.cat([traced_hands(*some) for some in hands(templates, chosen)]), labels
