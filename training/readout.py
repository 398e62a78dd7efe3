"""From the network's scores to what the page says: a digit, unsure, not a digit, blank."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import KINDS

STATES = ("digit", "unsure", "not-a-digit", "blank")
DIGIT, UNSURE, NOT_A_DIGIT, BLANK = range(len(STATES))
SCRAP, SCRIBBLE = KINDS.index("scrap"), KINDS.index("scribble")
BLANK_INK = 0.5  # image pixels of ink; the lightest dot, fitted, has hundreds
# Fitted to the field, a dot or a short stroke becomes a spot thicker than any pen's line: a square
# of so many pixels in it is (nearly) all ink. So it is in 6 of the 55,000 training images.
SPOT, SOLID = 10, 0.98
LARGE = 100.0  # ink pixels; no dot of the pad's pens is as long, so a solid spot is a scribble


@dataclass(frozen=True)
class Rules:
    """The numbers that calibration finds.

    temperature divides the digit scores before the softmax; a drawing whose likeliest digit
    has less than `confident`, or whose chance of being no digit exceeds `doubtful`, is
    unsure; above `foreign` it is not a digit. Where the pen's path gives some digit at least
    `path_sure`, its probabilities are multiplied with the picture's; elsewhere they don't count.
    """

    temperature: float = 1.0
    confident: float = 0.5
    doubtful: float = 0.5
    foreign: float = 0.5
    path_sure: float = 0.9


class Readout(nn.Module):
    """The rules as a graph, so that the page, the tests and other networks share them."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.rules = rules

    def forward(
        self, logits: Tensor, kinds: Tensor, image: Tensor, box: Tensor, path: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return probabilities [n, 10], state [n] and reason [n].

        logits [n, 10] may come from any network; kinds [n, len(KINDS)] are the full model's;
        image [n, 1, 28, 28] tells a blank canvas and a mere spot, and box [4] that a spot is a
        scribble that fills the pad (zeros where there is no pad). path [n, 10] are the logits of
        the pen's path; zeros, where it isn't known, change nothing. state indexes STATES; reason
        indexes KINDS: the likeliest way of being no digit, told when the state is not `digit`.
        """
        drawn = torch.log_softmax(path, 1)
        sure = drawn.exp().amax(1, keepdim=True) >= self.rules.path_sure
        seen = torch.log_softmax(logits / self.rules.temperature, 1)
        probabilities = torch.softmax(seen + torch.where(sure, drawn, 0.0), 1)
        not_digit = 1 - torch.softmax(kinds, 1)[:, 0]
        unsure = (probabilities.amax(1) < self.rules.confident) | (not_digit > self.rules.doubtful)
        state = unsure.to(torch.int64) * UNSURE
        state = torch.where(not_digit > self.rules.foreign, NOT_A_DIGIT, state)
        spot = functional.avg_pool2d(image, SPOT, 1).amax((1, 2, 3)) > SOLID
        state = torch.where(spot, NOT_A_DIGIT, state)
        blank = image.sum((1, 2, 3)) < BLANK_INK
        state = torch.where(blank, BLANK, state)
        large = (box[2:] - box[:2]).amax() > LARGE
        filled = torch.where(large, SCRIBBLE, SCRAP)
        reason = torch.where(spot, filled, kinds[:, 1:].argmax(1) + 1)
        return probabilities, state, reason
