"""MNIST as other hands would write it: warped, and redrawn with other pens."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.pens import CANVAS, draw
from training.preprocess import SIZE, normalise

ELASTIC_GRID = 5  # control points along a side of the elastic warp


@dataclass(frozen=True)
class Warp:
    """How far a drawing is bent; every number is a standard deviation.

    rotation in radians; shear and stretch (log of the aspect ratio) without unit; elastic
    and shift in image pixels; scale is the log of the size.
    """

    rotation: float
    shear: float
    stretch: float
    scale: float
    elastic: float
    shift: float


IMAGE_WARP = Warp(rotation=0.12, shear=0.10, stretch=0.06, scale=0.05, elastic=0.5, shift=0.7)
PEN_WARP = Warp(rotation=0.12, shear=0.14, stretch=0.12, scale=0.0, elastic=0.55, shift=0.0)
PEN_RADIUS = (0.6, 1.9)  # image pixels; the page's pen, fitted, is mostly 0.8 to 2
PEN_SOFTNESS = (0.5, 1.3)
FITTED_SIZE = (18.5, 20.5)  # image pixels, around the recipe's 20
FITTED_SHIFT = 0.3


def uniform(count: int, limits: tuple[float, float], device: torch.device) -> Tensor:
    """Draw numbers [count] between the limits."""
    low, high = limits
    return low + (high - low) * torch.rand(count, device=device)


def linear_maps(count: int, warp: Warp, device: torch.device) -> Tensor:
    """Draw 2x2 matrices [n, 2, 2]: rotation, shear, stretch and scale in one."""
    angle, shear, stretch, scale = torch.randn(4, count, device=device) * torch.tensor(
        [[warp.rotation], [warp.shear], [warp.stretch], [warp.scale]], device=device
    )
    wide, tall = torch.exp(scale + stretch / 2), torch.exp(scale - stretch / 2)
    cos, sin = torch.cos(angle), torch.sin(angle)
    rows = [wide * cos, wide * (shear * cos - sin), tall * sin, tall * (shear * sin + cos)]
    return torch.stack(rows, 1).view(count, 2, 2)


def warp_grid(count: int, size: int, warp: Warp, device: torch.device) -> Tensor:
    """Draw sampling grids [n, size, size, 2] for `grid_sample`, in units of half an image."""
    maps = linear_maps(count, warp, device)
    unit = 2 / SIZE
    shift = torch.randn(count, 2, 1, device=device) * warp.shift * unit
    grid = functional.affine_grid(
        torch.cat([maps, shift], 2), [count, 1, size, size], align_corners=False
    )
    knots = torch.randn(count, 2, ELASTIC_GRID, ELASTIC_GRID, device=device) * warp.elastic * unit
    bend = functional.interpolate(knots, (size, size), mode="bicubic", align_corners=True)
    return grid + bend.permute(0, 2, 3, 1)


def warp_images(images: Tensor) -> Tensor:
    """Bend images [n, 1, 28, 28] a little; MNIST's own greys stay, and its sharp edges.

    Bicubic, since bilinear sampling blurs: a network that has only seen blurred images read the
    sharp ones of the validation set a third worse than the same ones moved by a quarter pixel.
    """
    grid = warp_grid(len(images), SIZE, IMAGE_WARP, images.device)
    bent = functional.grid_sample(images, grid, mode="bicubic", align_corners=False)
    return bent.clamp_(0, 1)


def warp_fields(fields: Tensor) -> Tensor:
    """Bend distance fields [n, 56, 56]."""
    grid = warp_grid(len(fields), CANVAS, PEN_WARP, fields.device)
    bent = functional.grid_sample(
        fields.unsqueeze(1), grid, padding_mode="border", align_corners=False
    )
    return bent.squeeze(1)


def render(fields: Tensor) -> Tensor:
    """Ink fields [n, 56, 56] with random pens and fit them as the page does: [n, 1, 28, 28]."""
    count, device = len(fields), fields.device
    radius = uniform(count, PEN_RADIUS, device)
    ink = draw(fields, radius, uniform(count, PEN_SOFTNESS, device))
    size = uniform(count, FITTED_SIZE, device)
    shift = torch.randn(count, 2, device=device) * FITTED_SHIFT
    one = torch.ones((), device=device)
    return normalise(ink, one, one, size, shift)[0]
