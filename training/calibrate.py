"""Find the readout's numbers: a temperature for honest chances, and when not to answer."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.augment import render, warp_fields
from training.data import Digits
from training.model import DigitNet, read
from training.pens import fields_of, unpack
from training.readout import Rules

SEED = 1
# The share of validation digits that each rule may turn away.
TOO_CLOSE = 0.002
DOUBTFUL = 0.024
FOREIGN = 0.005


def other_hands(digits: Digits) -> Digits:
    """Return the digits as they are and, after them, each redrawn by another pen.

    The second half stands for drawings that are not MNIST's: a network is surer of its own
    kind of image than it may be of a stranger's.
    """
    with torch.random.fork_rng():
        torch.manual_seed(SEED)
        redrawn = render(warp_fields(unpack(fields_of(digits.images, progress=False))))
    return Digits(torch.cat([digits.images, redrawn]), torch.cat([digits.labels, digits.labels]))


def best_temperature(logits: Tensor, labels: Tensor) -> float:
    """Find the temperature with the least cross-entropy.

    Guo et al., "On calibration of modern neural networks", 2017.
    """
    candidates = torch.linspace(0.2, 3.0, 281)
    losses = [functional.cross_entropy(logits / candidate, labels) for candidate in candidates]
    return float(candidates[torch.stack(losses).argmin()])


def calibrate(model: DigitNet, validation: Digits) -> Rules:
    """Set the rules so that few enough of the validation digits are turned away."""
    digits = other_hands(validation)
    logits, kinds = read(model, digits.images)
    temperature = best_temperature(logits, digits.labels)
    confidence = torch.softmax(logits / temperature, 1).amax(1)
    not_digit = 1 - torch.softmax(kinds, 1)[:, 0]
    return Rules(
        temperature=temperature,
        confident=float(confidence.quantile(TOO_CLOSE)),
        doubtful=float(not_digit.quantile(1 - DOUBTFUL)),
        foreign=float(not_digit.quantile(1 - FOREIGN)),
    )
