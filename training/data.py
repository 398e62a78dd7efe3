"""MNIST as tensors: the four IDX files, and the one fixed split for validation."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

IMAGES_MAGIC = 2051  # 0x00000803: unsigned bytes, three dimensions
LABELS_MAGIC = 2049  # 0x00000801: unsigned bytes, one dimension
VALIDATION_SIZE = 5_000
SPLIT_SEED = 0


class DataError(Exception):
    """A data file is missing or is not what it should be; the message says which and why."""


@dataclass(frozen=True)
class Digits:
    """Images with the digits they show.

    images: float32 [n, 1, 28, 28], 0 is paper and 1 is ink; labels: int64 [n], 0 to 9.
    """

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, chosen: Tensor | slice) -> Digits:
        """Return the digits at these indices, in that order."""
        return Digits(self.images[chosen], self.labels[chosen])


def read_idx(path: Path, magic: int) -> np.ndarray:
    """Read one IDX file of unsigned bytes into an array of the shape that its header names.

    The format: a big-endian magic number whose last byte counts the dimensions, one
    big-endian size per dimension, then the bytes (http://yann.lecun.com/exdb/mnist/).
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(f"can't read {path}: {error.strerror}") from error
    dimensions = magic & 0xFF
    start = 4 + 4 * dimensions
    if len(raw) < start:
        raise DataError(f"{path} is damaged: {len(raw)} bytes are too few for a header")
    found, *shape = struct.unpack(f">{1 + dimensions}I", raw[:start])
    if found != magic:
        raise DataError(f"{path} is not the expected IDX file: magic {found} instead of {magic}")
    wanted = start + int(np.prod(shape))
    if len(raw) != wanted:
        raise DataError(
            f"{path} is damaged: it has {len(raw)} bytes, but its header promises {wanted}"
        )
    return np.frombuffer(raw, np.uint8, offset=start).reshape(shape)


def load(folder: Path, part: str) -> Digits:
    """Load MNIST's `train` (60,000) or `t10k` (10,000 test) images and labels from a folder."""
    images = read_idx(folder / f"{part}-images-idx3-ubyte", IMAGES_MAGIC)
    labels = read_idx(folder / f"{part}-labels-idx1-ubyte", LABELS_MAGIC)
    if len(images) != len(labels):
        raise DataError(f"{folder}: {len(images)} {part} images but {len(labels)} labels")
    pixels = torch.from_numpy(images.copy()).unsqueeze(1).float() / 255
    return Digits(pixels, torch.from_numpy(labels.astype(np.int64)))


def split(digits: Digits, validation: int = VALIDATION_SIZE) -> tuple[Digits, Digits]:
    """Split into training and validation digits, the same way every time."""
    order = torch.randperm(len(digits), generator=torch.Generator().manual_seed(SPLIT_SEED))
    return digits.take(order[validation:]), digits.take(order[:validation])
