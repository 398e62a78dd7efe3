"""What the network is shown: bent MNIST, redrawn MNIST, sketches and non-digits, mixed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from training.augment import render, warp_fields, warp_images
from training.data import Digits
from training.model import KINDS
from training.nondigits import nondigits
from training.pens import fields_of, unpack
from training.realpens import real_sketches
from training.saved import load_saved, save_whole
from training.sketches import digit_sketches

REDRAWN = 4  # one in so many digits is redrawn by another pen
NO_LABEL = -100  # what PyTorch's cross-entropy passes over


class Batch(NamedTuple):
    """Images [n, 1, 28, 28], their digits [n] (or NO_LABEL) and their kinds [n]."""

    images: Tensor
    labels: Tensor
    kinds: Tensor


@dataclass(frozen=True)
class Drawings:
    """Packed fields [n, 56, 56] with digits [n] (or NO_LABEL) and kinds [n]; see `pens`."""

    fields: Tensor
    labels: Tensor
    kinds: Tensor

    def take(self, chosen: Tensor) -> Drawings:
        """Return the drawings at these indices."""
        return Drawings(self.fields[chosen], self.labels[chosen], self.kinds[chosen])

    def __add__(self, other: Drawings) -> Drawings:
        return Drawings(
            torch.cat([self.fields, other.fields]),
            torch.cat([self.labels, other.labels]),
            torch.cat([self.kinds, other.kinds]),
        )


def traced(digits: Digits, cache: Path | None = None) -> Drawings:
    """Trace MNIST's digits; with a cache, only the first time (it takes some minutes)."""
    fields = load_saved(cache) if cache else None
    if fields is None:
        fields = fields_of(digits.images)
        if cache:
            save_whole(fields, cache)
    return Drawings(fields, digits.labels, torch.zeros_like(digits.labels))


def invented(digits: Digits, fields: Tensor, sketches: int, others: int, real: int = 0) -> Drawings:
    """Draw so many digits in ways that MNIST hardly shows, and so many non-digits.

    real: how often each of the digits by real pens is among them.
    """
    drawn, labels = digit_sketches(sketches)
    if real:
        written, meant = real_sketches(real)
        drawn, labels = torch.cat([drawn, written]), torch.cat([labels, meant])
    strange, kinds = nondigits(digits, fields, others)
    is_digit = torch.full_like(labels, KINDS.index("digit"))
    return Drawings(drawn, labels, is_digit) + Drawings(
        strange, torch.full_like(kinds, NO_LABEL), kinds
    )


def redraw(drawings: Drawings) -> Batch:
    """Warp drawings, ink them with random pens and fit them as the page does."""
    images = render(warp_fields(unpack(drawings.fields)))
    return Batch(images, drawings.labels, drawings.kinds)


class Epoch(Dataset[Batch]):
    """The batches of one epoch, each of which depends on the seed and its number alone.

    Every digit is shown once, bent or, one in four, redrawn; each batch gets some invented
    drawings as well.
    """

    def __init__(
        self, digits: Digits, own: Drawings, invented: Drawings, size: int, extra: int, seed: int
    ) -> None:
        self.digits, self.own, self.invented = digits, own, invented
        self.extra, self.seed = extra, seed
        order = torch.randperm(len(digits), generator=torch.Generator().manual_seed(seed))
        self.batches = torch.split(order[: len(order) // size * size], size)

    def __len__(self) -> int:
        return len(self.batches)

    def __getitem__(self, number: int) -> Batch:
        torch.manual_seed(self.seed * len(self) + number)
        chosen = self.batches[number]
        redrawn, bent = chosen.tensor_split([len(chosen) // REDRAWN])
        extra = torch.randint(len(self.invented.labels), (self.extra,))
        digits = self.digits.take(bent)
        drawn = redraw(self.own.take(redrawn) + self.invented.take(extra))
        return Batch(
            torch.cat([warp_images(digits.images), drawn.images]),
            torch.cat([digits.labels, drawn.labels]),
            torch.cat([torch.zeros_like(bent), drawn.kinds]),
        )

    def loader(self) -> DataLoader[Batch]:
        """Make the batches in a second process while the network learns from the last."""
        return DataLoader(self, batch_size=None, num_workers=1, prefetch_factor=4)
