"""From a drawing to the 28x28 image that the network reads: MNIST's own recipe.

"The original black and white images were size normalized to fit in a 20x20 pixel box while
preserving their aspect ratio. [...] the images were centered in a 28x28 image by computing
the center of mass of the pixels, and translating the image so as to position this point at
the center of the 28x28 field." (LeCun, Cortes, Burges, http://yann.lecun.com/exdb/mnist/)

Both steps are one separable area filter: image = rows @ ink @ columns. Each row of `rows`
says how much of every ink row one image row covers, so the shift is exact to a fraction of
a pixel. Coordinates are continuous: pixel i reaches from i to i + 1.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

SIZE = 28
FITTED = 20  # the longest side of the ink, in image pixels
# MNIST puts the mass at pixel index 14, whose middle is 14.5 (measured: the mean over the
# training images is 14.00, 14.01 in indices). The middle of the field itself is 14.0.
MIDDLE = 14.0
MASS_OFFSET = 0.5
FAINT = 0.5  # pixels of ink; a row or column with less is the smear of an antialiased edge


def pixels(profile: Tensor) -> Tensor:
    """Return where each pixel of a profile [n, length] begins: 0, 1, 2 and so on, [length]."""
    return torch.arange(profile.shape[1], device=profile.device).to(profile.dtype)


def extent(profile: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Find where the ink begins and ends along one axis, and its centre of mass.

    profile: [n, length], the ink of every row or column. Returns three tensors [n]; without
    ink they are 0, length and the middle, so that nothing downstream divides by zero.
    """
    places = pixels(profile)
    length = places[-1:] + 1
    inked = profile > FAINT
    start = torch.where(inked, places, length).amin(1)
    end = torch.where(inked, places + 1, torch.zeros_like(length)).amax(1)
    empty = end == 0
    total = profile.sum(1).clamp(min=FAINT)
    mass = (profile * (places + 0.5)).sum(1) / total
    return (
        torch.where(empty, torch.zeros_like(start), start),
        torch.where(empty, length, end),
        torch.where(empty, length / 2, mass),
    )


def area_filter(places: Tensor, source: Tensor, target: Tensor, scale: Tensor) -> Tensor:
    """Make the weights [n, 28, length] with which ink pixels make up image pixels.

    places: where the ink pixels begin, [length]; source [n] in ink pixels lands on target [n]
    in image pixels; scale [n] is ink pixels per image pixel.
    """
    edges = torch.arange(SIZE + 1, device=scale.device).to(scale.dtype)
    cuts = (edges - target[:, None]) * scale[:, None] + source[:, None]
    low, high = cuts[:, :-1, None], cuts[:, 1:, None]
    overlap = torch.minimum(high, places + 1) - torch.maximum(low, places)
    return overlap.clamp(min=0) / scale[:, None, None]


def normalise(
    ink: Tensor, fit: Tensor, centre: Tensor, size: Tensor, shift: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Turn drawings [n, height, width] in 0..1 into images [n, 1, 28, 28].

    fit: 1 scales the ink's longest side to `size` [n] image pixels, 0 the whole canvas to 28;
    centre: 1 puts the centre of mass at MNIST's centre, 0 the box at the middle; shift [n, 2]
    moves the result by (y, x) image pixels. Also returns box [n, 4] (top, left, bottom,
    right) and mass [n, 2] (y, x), in ink pixels.
    """
    rows, columns = ink.sum(2), ink.sum(1)
    top, bottom, mass_y = extent(rows)
    left, right, mass_x = extent(columns)
    down, across = pixels(rows), pixels(columns)
    fitted = torch.maximum(bottom - top, right - left) / size
    whole = (torch.maximum(down[-1], across[-1]) + 1) / SIZE
    scale = fit * fitted + (1 - fit) * whole
    y = centre * mass_y + (1 - centre) * (top + bottom) / 2
    x = centre * mass_x + (1 - centre) * (left + right) / 2
    target = MIDDLE + MASS_OFFSET * centre + shift
    by_rows = area_filter(down, y, target[:, 0], scale)
    by_columns = area_filter(across, x, target[:, 1], scale)
    image = by_rows @ ink @ by_columns.transpose(1, 2)
    return (
        image.unsqueeze(1),
        torch.stack([top, left, bottom, right], 1),
        torch.stack([mass_y, mass_x], 1),
    )


class Preprocess(nn.Module):
    """One drawing to one image: the graph that the page runs while the pen moves."""

    def forward(self, ink: Tensor, fit: Tensor, centre: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return image [1, 1, 28, 28], box [4] and mass [2] of ink [height, width] in 0..1."""
        size = torch.full((1,), float(FITTED))
        image, box, mass = normalise(ink.unsqueeze(0), fit, centre, size, torch.zeros(1, 2))
        # The shape is spelt out for the graph, whose exporter cannot see it.
        return image.view(1, 1, SIZE, SIZE), box.view(4), mass.view(2)
