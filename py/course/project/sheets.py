"""Small images side by side in one picture: digits in grey, weights coloured by their sign."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from course.figures.svg import Pixels
from course.project.architecture import SIDE
from nn import Array

STEP = SIDE + 2  # to the next image
POSITIVE = (31, 111, 180)
NEGATIVE = (214, 106, 20)

Bytes = NDArray[np.uint8]


def digits(images: Bytes, columns: int, summary: str) -> Pixels:
    """Return images (n, 784), 0 (paper) to 255 (ink), n at least 1, as a grey sheet."""
    picture = sheet(images.reshape(-1, SIDE, SIDE, 1), columns)
    return Pixels(picture.shape[1], picture.shape[0], picture.tobytes(), summary)


def signed(weights: Array, columns: int, summary: str) -> Pixels:
    """Return weights (n, 784), n at least 1, as a sheet: blue if positive, orange if negative.

    The strongest weight of each image is full colour, 0 is transparent.
    """
    strongest = np.abs(weights).max(axis=1, keepdims=True)
    strength = np.abs(weights) / np.where(strongest > 0, strongest, 1)
    tiles = np.zeros((len(weights), SIDE, SIDE, 4), np.uint8)
    positive = (weights > 0).reshape(-1, SIDE, SIDE, 1)
    tiles[..., :3] = np.where(positive, POSITIVE, NEGATIVE)
    tiles[..., 3] = np.round(255 * strength).reshape(-1, SIDE, SIDE)
    picture = sheet(tiles, columns)
    return Pixels(picture.shape[1], picture.shape[0], picture.tobytes(), summary)


def filters(weights: Array) -> Array:
    """Return filters (n, 1, tall, wide) as images (n, 784): each weight a square, as they fit."""
    n, _, tall, wide = weights.shape
    size = SIDE // max(tall, wide)
    images = np.zeros((n, SIDE, SIDE), weights.dtype)
    large = np.kron(weights[:, 0], np.ones((1, size, size), weights.dtype))
    images[:, : size * tall, : size * wide] = large
    return images.reshape(n, -1)


def maps(values: Array, columns: int, summary: str) -> Pixels:
    """Return feature maps (n, height, width), none below 0, in grey, on one scale."""
    n, height, width = values.shape
    top, left = (SIDE - height) // 2, (SIDE - width) // 2
    images = np.zeros((n, SIDE, SIDE), np.uint8)
    scaled = np.round(255 * values / (values.max() or 1))
    images[:, top : top + height, left : left + width] = scaled
    return digits(images.reshape(n, -1), columns, summary)


def sheet(tiles: Bytes, columns: int) -> Bytes:
    """Return tiles (n, 28, 28, channels) row by row in one picture (height, width, channels).

    Between two tiles, right of the last and below it, there is nothing (0). A tile alone is itself.
    """
    if len(tiles) == columns == 1:
        return tiles.reshape(SIDE, SIDE, tiles.shape[-1])
    rows = ceil(len(tiles) / columns)
    picture = np.zeros((rows * STEP, columns * STEP, tiles.shape[-1]), np.uint8)
    for place, tile in enumerate(tiles):
        top, left = STEP * (place // columns), STEP * (place % columns)
        picture[top : top + SIDE, left : left + SIDE] = tile
    return picture
