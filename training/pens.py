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
    """Measure how far every sample [n, h, w] is from the nearest set one, in image pixels.

    Exact and separable (Felzenszwalb and Huttenlocher, "Distance transforms of sampled
    functions", 2012): squared distances along the columns, then along the rows.
    """
    side = torch.arange(CANVAS)
    squares = (side[:, None] - side[None, :]).square().float()
    squared = torch.where(lines > 0, 0.0, 1e6)
    for _ in range(2):
        squared = (squared.transpose(1, 2)[:, :, None, :] + squares).amin(3)
    return squared.sqrt() / SAMPLES


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


def samples() -> Tensor:
    """Return the places (x, y) of the canvas samples, [56, 56, 2], in image pixels."""
    places = (torch.arange(CANVAS) + 0.5) / SAMPLES
    y, x = torch.meshgrid(places, places, indexing="ij")
    return torch.stack([x, y], 2)


def trace(points: Tensor, down: Tensor) -> Tensor:
    """Return the fields [n, 56, 56] of polylines.

    points: [n, k, 2] (x, y) in image pixels; down: bool [n, k - 1], whether the pen touches
    the paper between one point and the next.
    """
    place = samples().to(points.device)
    field = points.new_full((len(points), CANVAS, CANVAS), FAR)
    for i in range(points.shape[1] - 1):
        start, along = points[:, i, None, None], (points[:, i + 1] - points[:, i])[:, None, None]
        away = place - start
        share = (away * along).sum(3) / along.square().sum(3).clamp(min=1e-6)
        gap = (away - share.clamp(0, 1).unsqueeze(3) * along).norm(dim=3)
        field = torch.where(down[:, i, None, None], torch.minimum(field, gap), field)
    return field


def draw(field: Tensor, radius: Tensor, softness: Tensor) -> Tensor:
    """Ink fields [n, 56, 56] with round pens: ink 0..1.

    radius and softness: [n], image pixels; softness is how wide the pen's edge fades.
    """
    return ((radius[:, None, None] - field) / softness[:, None, None] + 0.5).clamp(0, 1)
