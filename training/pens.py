"""Digits as pen strokes: skeletons, distances to them, and a round pen that follows them.

A distance field says for every point of the canvas how far the nearest stroke is. A round pen
of radius r inks what is nearer than r, so one field draws a digit with any pen; fields can be
warped like images, and two drawings lie on one canvas where the smaller distance counts.

The canvas is the 28x28 field of an MNIST image, sampled at 56x56. Lengths are image pixels.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional
from tqdm import tqdm

CANVAS = 56  # samples along a side
SAMPLES = 2  # a pixel of the 28x28 image
STEP = 1 / 32  # fields are kept as bytes, in these steps
FAR = 255 * STEP
CHUNK = 1_000


def neighbours(ink: Tensor) -> list[Tensor]:
    """Return the eight neighbours of every pixel of [n, h, w], clockwise from the upper one."""
    height, width = ink.shape[1:]
    padded = functional.pad(ink, (1, 1, 1, 1))
    steps = [(0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0), (0, 0)]
    return [padded[:, y : y + height, x : x + width] for y, x in steps]


def thin(ink: Tensor) -> Tensor:
    """Thin strokes to lines one pixel wide; ink and result are uint8 [n, h, w], 0 or 1.

    Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", 1984.
    """
    while True:
        before = ink
        for first in (True, False):
            around = neighbours(ink)
            up, right, down, left = around[0::2]
            count = sum(around[1:], around[0])
            crossings = sum(
                (a < b).to(torch.uint8)
                for a, b in zip(around, around[1:] + around[:1], strict=True)
            )
            if first:
                keep = (up * right * down) | (right * down * left)
            else:
                keep = (up * right * left) | (up * down * left)
            remove = (count >= 2) & (count <= 6) & (crossings == 1) & (keep == 0)
            ink = ink * ~remove
        if torch.equal(ink, before):
            return ink


def distances(lines: Tensor) -> Tensor:
    """Measure how far every sample [n, 56, 56] is from the nearest set one, in image pixels.

    Exact up to FAR, and separable (Felzenszwalb and Huttenlocher, "Distance transforms of
    sampled functions", 2012): squared distances along one axis, then along the other.
    """
    reach = round(FAR * SAMPLES)
    squared = torch.where(lines > 0, 0, reach * reach).to(torch.int16)
    for axis in (1, 2):
        nearest = squared.clone()
        for step in range(1, reach):
            inner, outer = CANVAS - step, step
            for to, source in ((0, outer), (outer, 0)):
                here = nearest.narrow(axis, to, inner)
                torch.minimum(here, squared.narrow(axis, source, inner) + step * step, out=here)
        squared = nearest
    return squared.float().sqrt() / SAMPLES


def pack(field: Tensor) -> Tensor:
    """Store distances as bytes."""
    return (field / STEP).round().clamp(max=255).to(torch.uint8)


def unpack(packed: Tensor) -> Tensor:
    """Return the distances that `pack` stored, float32."""
    return packed.float() * STEP


def fields_of(images: Tensor, progress: bool = True) -> Tensor:
    """Trace images [n, 1, 28, 28]; return packed fields, uint8 [n, 56, 56]."""
    packed = []
    for chunk in tqdm(torch.split(images, CHUNK), "tracing", disable=not progress, unit="chunk"):
        large = functional.interpolate(chunk, (CANVAS, CANVAS), mode="bilinear")[:, 0]
        packed.append(pack(distances(thin((large > 0.5).to(torch.uint8)))))
    return torch.cat(packed)


def trace(points: Tensor, down: Tensor) -> Tensor:
    """Return packed fields [n, 56, 56] of polylines.

    points: [n, k, 2] (x, y) in image pixels; down: bool [n, k - 1], whether the pen touches
    the paper between one point and the next. What lies off the canvas is not drawn.
    """
    share = torch.linspace(0, 1, CANVAS)[None, None, :, None]  # dense enough for any piece
    path = torch.lerp(points[:, :-1, None], points[:, 1:, None], share) * SAMPLES
    x, y = path.floor().long().unbind(3)
    drawn = down[:, :, None] & (x >= 0) & (x < CANVAS) & (y >= 0) & (y < CANVAS)
    nowhere = CANVAS * CANVAS
    place = torch.where(drawn, y * CANVAS + x, nowhere).flatten(1)
    lines = torch.zeros(len(points), nowhere + 1, dtype=torch.uint8).scatter_(1, place, 1)
    return pack(distances(lines[:, :nowhere].view(-1, CANVAS, CANVAS)))


def draw(field: Tensor, radius: Tensor, softness: Tensor) -> Tensor:
    """Ink fields [n, 56, 56] with round pens: ink 0..1.

    radius and softness: [n], image pixels; softness is how wide the pen's edge fades.
    """
    return ((radius[:, None, None] - field) / softness[:, None, None] + 0.5).clamp(0, 1)
