"""The exported graphs as a whole: from ink to an answer, as the page has it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training import export
from training.model import KINDS

SURE = 100  # a score that leaves nothing to the others


@dataclass(frozen=True)
class Answers:
    """What the three graphs say of n images: the page's own answers.

    probabilities: [n, 10]; state: [n], indexes STATES; reason: [n], indexes KINDS.
    """

    probabilities: Tensor
    state: Tensor
    reason: Tensor

    @property
    def digit(self) -> Tensor:
        """The likeliest digit, [n]."""
        return self.probabilities.argmax(1)


class Recogniser:
    """The exported graphs of a folder, run one after the other by ONNX Runtime."""

    def __init__(self, models: Path) -> None:
        self.preprocess, self.digits, self.readout = (
            export.session(models / f"{name}.onnx") for name in export.GRAPHS
        )

    def _prepared(self, ink: Tensor) -> dict[str, Tensor]:
        return export.run(self.preprocess, ink, torch.ones(()), torch.ones(()))

    def image(self, ink: Tensor) -> Tensor:
        """Fit and centre one drawing [height, width]; return an image [1, 1, 28, 28]."""
        return self._prepared(ink)["image"]

    def read(self, ink: Tensor) -> Answers:
        """Read one drawing [height, width], as the page does."""
        prepared = self._prepared(ink)
        return self.answer(prepared["image"], prepared["box"])

    def answer(self, images: Tensor, box: Tensor = export.NO_BOX) -> Answers:
        """Read images [n, 1, 28, 28]; box [4] is that of a single one."""
        parts: list[dict[str, Tensor]] = []
        for chunk in torch.split(images, 250):
            reading = export.run(self.digits, chunk)
            kinds = reading.get("kinds", sure(len(chunk)))
            parts.append(export.run(self.readout, reading["logits"], kinds, chunk, box))
        names = ("probabilities", "state", "reason")
        return Answers(*(torch.cat([part[name] for part in parts]) for name in names))


def sure(count: int) -> Tensor:
    """Return the kinds of drawings that are digits for sure: for a network that gives none."""
    return SURE * functional.one_hot(torch.zeros(count, dtype=torch.int64), len(KINDS)).float()
