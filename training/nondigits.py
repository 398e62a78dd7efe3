"""Drawings that are no digits, made by code, for the network to learn what it should refuse.

Every maker returns distance fields [n, 56, 56] (see `pens`), so that the same warps and pens
apply to them as to digits. Nothing here is read from a file.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from training.model import KINDS
from training.pens import CANVAS, FAR, trace
from training.preprocess import FITTED, SIZE

MARGIN = (SIZE - FITTED) / 2


def on_canvas(points: Tensor) -> Tensor:
    """Move points from the unit square to the 20x20 field in the middle of the canvas."""
    return MARGIN + FITTED * points


def scraps(count: int) -> Tensor:
    """Too little to be a digit: dots, and short or lying dashes."""
    angle = (torch.rand(count) - 0.5) * math.radians(30)
    length = torch.rand(count).square()
    along = torch.stack([torch.cos(angle), torch.sin(angle)], 1) * length[:, None] / 2
    middle = torch.full((count, 1, 2), 0.5)
    ends = torch.stack([-along, along], 1)
    return trace(on_canvas(middle + ends), torch.ones(count, 1, dtype=torch.bool))


def moved(fields: Tensor, zoom: Tensor, shift: Tensor) -> Tensor:
    """Shrink fields by zoom [n] and move them by shift [n, 2] (x, y) half canvases."""
    maps = torch.zeros(len(fields), 2, 3)
    maps[:, 0, 0] = maps[:, 1, 1] = 1 / zoom
    maps[:, :, 2] = -shift / zoom[:, None]
    grid = functional.affine_grid(maps, [len(fields), 1, CANVAS, CANVAS], align_corners=False)
    # Outside the old canvas no stroke is near; the distance at its border would draw smears.
    near = functional.grid_sample(FAR - fields.unsqueeze(1), grid, align_corners=False).squeeze(1)
    return (FAR - near) * zoom[:, None, None]


def several(digits: Tensor) -> Tensor:
    """Two digits on one canvas, side by side or over each other; takes fields [n, 56, 56]."""
    count = len(digits)
    others = digits[torch.randperm(count)]
    apart = 0.25 + 0.3 * torch.rand(count)
    slope = (torch.rand(count) - 0.5) * 0.5
    shift = torch.stack([apart, slope], 1)
    flat = torch.rand(count) < 0.8  # beside each other, else one over the other
    shift = torch.where(flat[:, None], shift, shift.flip(1))
    zoom = 0.55 + 0.25 * torch.rand(2, count)
    return torch.minimum(moved(digits, zoom[0], -shift), moved(others, zoom[1], shift))


def scribbles(count: int, points: int = 32) -> Tensor:
    """Draw aimless loops: sums of a few random waves along x and y."""
    time = torch.linspace(0, 1, points)[None, None, :, None]
    waves = torch.arange(1, 7).float()
    size = torch.randn(count, 2, 1, len(waves)) * torch.exp(-waves * torch.rand(count, 1, 1, 1))
    phase = torch.rand(count, 2, 1, len(waves)) * 2 * math.pi
    path = (size * torch.sin(2 * math.pi * waves * time + phase)).sum(3)
    low, high = path.amin(2, keepdim=True), path.amax(2, keepdim=True)
    path = (path - low) / (high - low).clamp(min=1e-3)
    return trace(on_canvas(path.transpose(1, 2)), torch.ones(count, points - 1, dtype=torch.bool))


def zigzags(count: int, points: int = 14) -> Tensor:
    """Draw hatching: a line that goes to and fro across a random part of the canvas."""
    across = torch.arange(points).remainder(2).float() + 0.2 * torch.randn(count, points)
    down = torch.linspace(0, 1, points) + 0.05 * torch.randn(count, points)
    down = down * (0.3 + 0.7 * torch.rand(count, 1))
    path = torch.stack([across, down], 2).clamp(0, 1)
    turned = torch.rand(count) < 0.5
    path = torch.where(turned[:, None, None], path.flip(2), path)
    return trace(on_canvas(path), torch.ones(count, points - 1, dtype=torch.bool))


def polygons(count: int, corners: int = 10) -> Tensor:
    """Draw triangles, squares and stars."""
    sides = torch.tensor([3, 4, 5, 7])[torch.randint(4, (count, 1))]
    step = torch.where(sides >= 5, 2, 1)  # stars: a plain pentagon is a clumsy 0
    index = torch.arange(corners).expand(count, corners)
    angle = 2 * math.pi * (index * step / sides + torch.rand(count, 1))
    path = 0.5 + 0.5 * torch.stack([torch.cos(angle), torch.sin(angle)], 2)
    return trace(on_canvas(path), index[:, :-1] < sides)


def nondigits(digits: Tensor) -> tuple[Tensor, Tensor]:
    """Make as many non-digits as there are fields of digits; return fields and kinds [n]."""
    count = len(digits) // 4
    made = {
        "scrap": scraps(count),
        "several": several(digits[: len(digits) - 3 * count]),
        "scribble": torch.cat([scribbles(count - count // 3), zigzags(count // 3)]),
        "shape": polygons(count),
    }
    kinds = [torch.full((len(fields),), KINDS.index(kind)) for kind, fields in made.items()]
    return torch.cat(list(made.values())), torch.cat(kinds)
