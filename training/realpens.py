"""Digits that people wrote with a pen, as distance fields: see real/README.md.

The writers are split once, by a fixed rule: sorted by their number, every third one, from the
first on, only chooses; the other twenty are there to learn from.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor

from training.faces import fields_of_strokes
from training.sketches import leaning
from training.strokes import Drawing, read_drawings

OWN = Path(__file__).parent / "real" / "pendigits-20.jsonl.gz"
EVERY = 3
POINTS = 40  # of a stroke, when it's traced


def choosing(writers: Iterable[str]) -> set[str]:
    """Return the writers whose strokes only choose among the models."""
    return set(sorted(set(writers), key=int)[::EVERY])


def split(drawings: list[Drawing]) -> tuple[list[Drawing], list[Drawing]]:
    """Split drawings by thirty writers into those of twenty, and those of ten."""
    apart = choosing(drawing.writer for drawing in drawings)
    learned = [drawing for drawing in drawings if drawing.writer not in apart]
    return learned, [drawing for drawing in drawings if drawing.writer in apart]


def lines_of(drawing: Drawing) -> list[Tensor]:
    """Return the strokes of a drawing as tensors [k, 2]."""
    return [torch.tensor(stroke, dtype=torch.float32) for stroke in drawing.strokes if stroke]


def real_sketches(times: int, path: Path = OWN) -> tuple[Tensor, Tensor]:
    """Return packed fields [n, 56, 56] and labels of the twenty writers' digits.

    Each is there so many times: as it was written, and then slanted and stretched by chance.
    """
    drawings = list(read_drawings(path))
    lines = [lines_of(one) for one in drawings]
    fields = [
        fields_of_strokes(lines, POINTS, leaning if time else as_written) for time in range(times)
    ]
    return torch.cat(fields), torch.tensor([one.label for one in drawings]).repeat(times)


def as_written(path: Tensor) -> Tensor:
    """Leave paths as they are."""
    return path


def counts(path: Path = OWN) -> dict[str, int]:
    """Return how many digits there are to learn from, and by how many writers."""
    drawings = list(read_drawings(path))
    return {"digits": len(drawings), "writers": len({one.writer for one in drawings})}
