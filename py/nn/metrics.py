"""How good the predicted labels are."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Array, Labels, check_same_shape


def accuracy(predicted: Labels, y: Labels) -> float:
    """Return the share of labels that are right, 0 to 1; both are (n,), n at least 1.

    Raises ValueError when the shapes differ or there are no labels.
    """
    check_same_shape("accuracy", "predicted", predicted, "y", y)
    if y.size == 0:
        raise ValueError("accuracy: there are no labels")
    return float(np.mean(predicted == y))


def confusion_matrix(predicted: Labels, y: Labels, classes: int) -> NDArray[np.int64]:
    """Return how often each true class (row) was predicted as each class (column).

    predicted and y (n,), labels 0..classes-1 -> counts (classes, classes), int64. Raises
    ValueError when the shapes differ or a label isn't a class.
    """
    check_same_shape("confusion_matrix", "predicted", predicted, "y", y)
    for labels in (predicted, y):
        if labels.size and not (labels.min() >= 0 and labels.max() < classes):
            raise ValueError(
                f"confusion_matrix: labels run from {labels.min()} to {labels.max()}, "
                f"but the classes are 0 to {classes - 1}"
            )
    counts = np.zeros((classes, classes), np.int64)
    np.add.at(counts, (y, predicted), 1)
    return counts


def wilson_interval(right: int, total: int) -> tuple[float, float]:
    """Return the 95% interval (low, high) of a share, `right` of `total` trials, total > 0.

    It also holds near 0 and 1, where the usual plus-minus leaves the range.
    Source: Wilson, 1927, https://doi.org/10.1080/01621459.1927.10502953
    """
    z = 1.959964  # a normal variable lies within z standard deviations in 95% of cases
    share, spread = right / total, z * z / total
    centre = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + spread)
    return centre - half, centre + half


@dataclass(frozen=True)
class CalibrationBin:
    """The answers whose confidence lies from `low` to `high`, at least one.

    count: how many; confidence: what they claim, on average; accuracy: the share that is right.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def calibration_bins(
    confidence: Array, right: NDArray[np.bool_], bins: int = 15
) -> list[CalibrationBin]:
    """Sort answers into bins of equal width by their confidence; empty bins are left out.

    confidence (n,), probabilities 0 to 1; right (n,): whether the answer was. Raises ValueError
    when the shapes differ, there are no answers or a confidence isn't a probability.
    """
    check_same_shape("calibration_bins", "confidence", confidence, "right", right)
    if confidence.size == 0 or not (confidence.min() >= 0 and confidence.max() <= 1):
        raise ValueError("calibration_bins: confidences are probabilities, at least one")
    place = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    found = []
    for index in np.unique(place).tolist():
        inside = place == index
        said = float(confidence[inside].mean(dtype=np.float64))
        share = float(right[inside].mean())
        count = int(inside.sum())
        found.append(CalibrationBin(index / bins, (index + 1) / bins, count, said, share))
    return found


def expected_calibration_error(
    confidence: Array, right: NDArray[np.bool_], bins: int = 15
) -> float:
    """Return the mean gap between confidence and accuracy, 0 (calibrated) to 1.

    The gap of each of `calibration_bins` counts by how many answers lie in it.
    Source: Guo, Pleiss, Sun and Weinberger, 2017, https://arxiv.org/abs/1706.04599
    """
    found = calibration_bins(confidence, right, bins)
    gaps = [b.count * abs(b.confidence - b.accuracy) for b in found]
    return sum(gaps) / confidence.size
