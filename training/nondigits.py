"""Drawings that are no digits, made by code, for the network to learn what it should refuse.

Every maker returns packed distance fields [n, 56, 56] (see `pens`), so that the same warps
and pens apply to them as to digits. Nothing here is read from a file.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from training.data import Digits
from training.faces import ringed
from training.model import KINDS
from training.pens import CANVAS, FAR, pack, trace, unpack
from training.preprocess import FITTED
from training.signs import LETTERS, PARTS, SIGNS
from training.sketches import MARGIN, sketch

MIRRORED = (3, 4, 6, 7, 9)  # digits that are none in a mirror; a 2 or 5 becomes an S or a Z
TURNED = (2, 3, 4, 5)  # digits that are none when they lie on their side
SHARES = 42  # the parts of `nondigits` below, added up


def on_canvas(points: Tensor) -> Tensor:
    """Move points from the unit square to the 20x20 field in the middle of the canvas."""
    return MARGIN + FITTED * points


def scraps(count: int) -> Tensor:
    """Draw too little to be a digit: dots and lying dashes."""
    angle = (torch.rand(count) - 0.5) * math.radians(30)
    length = torch.rand(count).square()
    along = torch.stack([torch.cos(angle), torch.sin(angle)], 1) * length[:, None] / 2
    ends = torch.full((count, 1, 2), 0.5) + torch.stack([-along, along], 1)
    return trace(on_canvas(ends), torch.ones(count, 1, dtype=torch.bool))


def moved(fields: Tensor, zoom: Tensor, shift: Tensor) -> Tensor:
    """Shrink distances by zoom [n] and move them by shift [n, 2] (x, y) half canvases."""
    maps = torch.zeros(len(fields), 2, 3)
    maps[:, 0, 0] = maps[:, 1, 1] = 1 / zoom
    maps[:, :, 2] = -shift / zoom[:, None]
    grid = functional.affine_grid(maps, [len(fields), 1, CANVAS, CANVAS], align_corners=False)
    # Outside the old canvas there is nothing: what is sampled there must come out as FAR.
    near = functional.grid_sample(FAR - fields.unsqueeze(1), grid, align_corners=False)
    return (FAR - near.squeeze(1)) * zoom[:, None, None]


def pairs(digits: Tensor) -> Tensor:
    """Put two digits on one canvas, mostly side by side; takes packed fields."""
    count = len(digits)
    first = unpack(digits)
    second = first[torch.randperm(count)]
    apart = 0.25 + 0.3 * torch.rand(count)
    slope = (torch.rand(count) - 0.5) * 0.5
    beside = torch.stack([apart, slope], 1)
    shift = torch.where(torch.rand(count, 1) < 0.75, beside, beside.flip(1))
    zoom = 0.55 + 0.25 * torch.rand(2, count)
    return pack(torch.minimum(moved(first, zoom[0], -shift), moved(second, zoom[1], shift)))


def triples(digits: Tensor) -> Tensor:
    """Put three digits in a row; takes packed fields."""
    count = len(digits)
    apart = 0.45 + 0.15 * torch.rand(count)
    fields = unpack(digits)
    row = torch.full_like(fields, FAR)
    for place in (-1, 0, 1):
        shift = torch.stack([place * apart, 0.1 * torch.randn(count)], 1)
        zoom = 0.38 + 0.14 * torch.rand(count)
        row = torch.minimum(row, moved(fields[torch.randperm(count)], zoom, shift))
    return pack(row)


def loops(count: int, points: int = 32) -> Tensor:
    """Draw aimless loops: sums of a few random waves along x and y."""
    time = torch.linspace(0, 1, points)[None, None, :, None]
    waves = torch.arange(1, 7).float()
    size = torch.randn(count, 2, 1, len(waves)) * torch.exp(-waves * torch.rand(count, 1, 1, 1))
    phase = torch.rand(count, 2, 1, len(waves)) * 2 * math.pi
    path = (size * torch.sin(2 * math.pi * waves * time + phase)).sum(3)
    low, high = path.amin(2, keepdim=True), path.amax(2, keepdim=True)
    path = ((path - low) / (high - low).clamp(min=1e-3)).transpose(1, 2)
    return trace(on_canvas(path), torch.ones(count, points - 1, dtype=torch.bool))


def tangles(count: int, points: int = 12) -> Tensor:
    """Draw straight lines to and fro between random places."""
    path = torch.rand(count, points, 2)
    drawn = torch.arange(points - 1) < torch.randint(5, points, (count, 1))
    return trace(on_canvas(path), drawn)


def hatchings(count: int, points: int = 14) -> Tensor:
    """Draw a line that goes to and fro while it crosses a part of the canvas."""
    across = torch.arange(points).remainder(2).float() + 0.2 * torch.randn(count, points)
    down = torch.linspace(0, 1, points) + 0.05 * torch.randn(count, points)
    path = torch.stack([across, down * (0.5 + 0.5 * torch.rand(count, 1))], 2).clamp(0, 1)
    path = torch.where(torch.rand(count, 1, 1) < 0.5, path.flip(2), path)
    return trace(on_canvas(path), torch.ones(count, points - 1, dtype=torch.bool))


def blots(count: int) -> Tensor:
    """Cover the canvas with smooth noise, as a photograph would."""
    fine = torch.randn(count, 1, CANVAS // 4, CANVAS // 4)
    coarse = torch.randn(count, 1, CANVAS // 14, CANVAS // 14)
    size = (CANVAS, CANVAS)
    noise = functional.interpolate(coarse, size, mode="bicubic") * torch.rand(count, 1, 1, 1)
    noise += functional.interpolate(fine, size, mode="bicubic") * torch.rand(count, 1, 1, 1)
    return pack((noise[:, 0].abs() * 5 + torch.rand(count, 1, 1)).clamp(min=0))


def polygons(count: int, corners: int = 10) -> Tensor:
    """Draw triangles, squares and stars."""
    sides = torch.tensor([3, 4, 5, 7])[torch.randint(4, (count, 1))]
    step = torch.where(sides >= 5, 2, 1)  # stars: a plain pentagon is a clumsy 0
    index = torch.arange(corners).expand(count, corners)
    angle = 2 * math.pi * (index * step / sides + torch.rand(count, 1))
    path = 0.5 + 0.5 * torch.stack([torch.cos(angle), torch.sin(angle)], 2)
    return trace(on_canvas(path), index[:, :-1] < sides)


def some(digits: Digits, fields: Tensor, labels: tuple[int, ...], count: int) -> Tensor:
    """Pick the fields of `count` digits with one of these labels."""
    places = torch.isin(digits.labels[: len(fields)], torch.tensor(labels)).nonzero()[:, 0]
    return fields[places[torch.randint(len(places), (count,))]]


def nondigits(digits: Digits, fields: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Draw `count` non-digits; return packed fields [n, 56, 56] and kinds [n].

    fields are those of the digits, for the drawings that are made from digits.
    """
    part = count // SHARES
    mirrored = some(digits, fields, MIRRORED, part).flip(2)
    turned = some(digits, fields, TURNED, part).rot90(1, (1, 2))
    lined = fields[torch.randint(len(fields), (6 * part,))]
    made = {
        "scrap": [scraps(2 * part), sketch(PARTS, 2 * part)[0]],
        "several": [pairs(lined[: 4 * part]), triples(lined[4 * part :])],
        "scribble": [loops(2 * part), tangles(part), hatchings(part), blots(part)],
        "shape": [
            sketch(LETTERS, 8 * part)[0],
            sketch(SIGNS, 7 * part)[0],
            ringed(9 * part),
            polygons(part),
            mirrored,
            turned,
        ],
    }
    drawn = {kind: torch.cat(parts) for kind, parts in made.items()}
    kinds = [torch.full((len(all),), KINDS.index(kind)) for kind, all in drawn.items()]
    return torch.cat(list(drawn.values())), torch.cat(kinds)
