"""The exported graphs as a whole: from ink to an answer, as the page has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training import export
from training.model import KINDS
from training.paths import joined
from training.strokes import Stroke

SURE = 100  # a score that leaves nothing to the others


@dataclass(frozen=True)
class Answers:
    """What the four graphs say of n images: the page's own answers.

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
        self.preprocess, self.digits, self.path, self.readout = (
            export.session(models / f"{name}.onnx") for name in export.GRAPHS
        )

    def _prepared(self, ink: Tensor) -> dict[str, Tensor]:
        return export.run(self.preprocess, ink, torch.ones(()), torch.ones(()))

    def image(self, ink: Tensor) -> Tensor:
        """Fit and centre one drawing [height, width]; return an image [1, 1, 28, 28]."""
        return self._prepared(ink)["image"]

    def paths(self, drawings: Iterable[list[Stroke]]) -> Tensor:
        """Return the logits [n, 10] of how drawings were drawn; a blank one's are zeros."""
        lines = [[torch.tensor(line).float() for line in one if line] for one in drawings]
        return torch.cat(
            [
                export.run(self.path, *joined([one]))["path"] if one else export.NO_PATH
                for one in lines
            ]
        )

    def read(self, ink: Tensor, strokes: list[Stroke] | None = None) -> Answers:
        """Read one drawing [height, width], as the page does; it knows the pen's strokes."""
        prepared = self._prepared(ink)
        return self.answer(prepared["image"], self.paths([strokes or []]), prepared["box"])

    def answer(
        self, images: Tensor, paths: Tensor | None = None, box: Tensor = export.NO_BOX
    ) -> Answers:
        """Read images [n, 1, 28, 28].

        paths [n, 10]: what the pen's paths say, where they are known; box [4]: a single image's.
        """
        if paths is None:
            paths = export.NO_PATH.repeat(len(images), 1)
        parts: list[dict[str, Tensor]] = []
        for chunk, path in zip(torch.split(images, 250), torch.split(paths, 250), strict=True):
            reading = export.run(self.digits, chunk)
            kinds = reading.get("kinds", sure(len(chunk)))
            parts.append(export.run(self.readout, reading["logits"], kinds, chunk, box, path))
        names = ("probabilities", "state", "reason")
        return Answers(*(torch.cat([part[name] for part in parts]) for name in names))


def sure(count: int) -> Tensor:
    """Return the kinds of drawings that are digits for sure: for a network that gives none."""
    return SURE * functional.one_hot(torch.zeros(count, dtype=torch.int64), len(KINDS)).float()
