"""Fifteen ways to spoil MNIST's images, to see how gracefully reading fails.

The kinds are those of Mu and Gilmer, "MNIST-C: a robustness benchmark for computer vision",
2019, made anew by code and of about their strength; the network never trains on them.
Each function takes and returns images [n, 1, 28, 28] in 0..1.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from training.pens import SAMPLES, draw, trace, unpack
from training.preprocess import SIZE

Corruption = Callable[[Tensor], Tensor]


def places() -> tuple[Tensor, Tensor]:
    """Return y and x of every pixel, in -1..1, [28, 28] each."""
    line = (torch.arange(SIZE) + 0.5) / SIZE * 2 - 1
    y, x = torch.meshgrid(line, line, indexing="ij")
    return y, x


def bent(images: Tensor, matrix: list[list[float]]) -> Tensor:
    """Map images by a 2x3 matrix from where to look, in half images."""
    maps = torch.tensor(matrix).expand(len(images), 2, 3)
    grid = functional.affine_grid(maps, list(images.shape), align_corners=False)
    return functional.grid_sample(images, grid, align_corners=False)


def shot_noise(images: Tensor) -> Tensor:
    """Count too few photons."""
    return torch.poisson(images * 5) / 5


def impulse_noise(images: Tensor) -> Tensor:
    """Set single pixels to black or white."""
    noise = torch.rand_like(images)
    return torch.where(noise < 0.05, 0.0, torch.where(noise > 0.95, 1.0, images))


def glass_blur(images: Tensor) -> Tensor:
    """Let every pixel come from a neighbour."""
    y, x = places()
    grid = torch.stack([x, y], 2) + 2 / SIZE * (torch.rand(len(images), SIZE, SIZE, 2) - 0.5) * 3
    return functional.grid_sample(images, grid, align_corners=False)


def motion_blur(images: Tensor) -> Tensor:
    """Smear along a diagonal."""
    kernel = torch.eye(5).view(1, 1, 5, 5) / 5
    return functional.conv2d(images, kernel, padding=2)


def shear(images: Tensor) -> Tensor:
    """Lean."""
    return bent(images, [[1, 0.5, 0], [0, 1, 0]])


def scale(images: Tensor) -> Tensor:
    """Shrink."""
    return bent(images, [[1.6, 0, 0], [0, 1.6, 0]])


def rotate(images: Tensor) -> Tensor:
    """Turn by thirty degrees."""
    cos, sin = math.cos(math.radians(30)), math.sin(math.radians(30))
    return bent(images, [[cos, -sin, 0], [sin, cos, 0]])


def translate(images: Tensor) -> Tensor:
    """Move by four pixels both ways."""
    return bent(images, [[1, 0, 8 / SIZE], [0, 1, 8 / SIZE]])


def brightness(images: Tensor) -> Tensor:
    """Lighten the paper."""
    return 0.4 + images * 0.6


def stripe(images: Tensor) -> Tensor:
    """Invert all but a vertical stripe."""
    _, x = places()
    return torch.where(x.abs() < 0.4, images, 1 - images)


def fog(images: Tensor) -> Tensor:
    """Lay smooth grey over the image."""
    cloud = functional.interpolate(
        torch.rand(len(images), 1, 4, 4), (SIZE, SIZE), mode="bicubic", align_corners=True
    )
    return images * 0.6 + cloud.clamp(0, 1) * 0.4


def spatter(images: Tensor) -> Tensor:
    """Splash ink about."""
    drops = functional.avg_pool2d(torch.rand_like(images), 3, 1, 1)
    return torch.where(drops > 0.68, 1.0, images)


def crossed(images: Tensor, points: Tensor, down: Tensor) -> Tensor:
    """Draw thin polylines over images."""
    ones = torch.ones(len(images))
    ink = draw(unpack(trace(points, down)), 0.5 * ones, 0.7 * ones)
    return torch.maximum(images, functional.avg_pool2d(ink.unsqueeze(1), SAMPLES))


def dotted_line(images: Tensor) -> Tensor:
    """Draw a dotted line from edge to edge."""
    count = 21
    ends = torch.rand(len(images), 2, 1) * SIZE
    share = torch.linspace(0, 1, count)
    y = torch.lerp(ends[:, 0], ends[:, 1], share)
    path = torch.stack([(share * SIZE).expand_as(y), y], 2)
    down = (torch.arange(count - 1) % 2 == 0).expand(len(images), count - 1)
    return crossed(images, path, down)


def zigzag(images: Tensor) -> Tensor:
    """Draw a zigzag from edge to edge."""
    count = 9
    share = torch.linspace(0, 1, count)
    y = torch.rand(len(images), 1) * SIZE + torch.where(torch.arange(count) % 2 == 0, -3.0, 3.0)
    path = torch.stack([(share * SIZE).expand_as(y), y], 2)
    return crossed(images, path, torch.ones(len(images), count - 1, dtype=torch.bool))


def canny_edges(images: Tensor) -> Tensor:
    """Keep the outlines only (where the ink's gradient is steep)."""
    across = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]).view(1, 1, 3, 3)
    x = functional.conv2d(images, across, padding=1)
    y = functional.conv2d(images, across.transpose(2, 3), padding=1)
    return (torch.hypot(x, y) > 2).float()


CORRUPTIONS: tuple[Corruption, ...] = (
    shot_noise,
    impulse_noise,
    glass_blur,
    motion_blur,
    shear,
    scale,
    rotate,
    brightness,
    translate,
    stripe,
    fog,
    spatter,
    dotted_line,
    zigzag,
    canny_edges,
)
