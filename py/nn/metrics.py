"""How good the predicted labels are."""

import math

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Labels, check_same_shape


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
    ValueError when the shapes differ or a label is no class.
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
    """Return the 95 % interval (low, high) of a share, `right` of `total` trials, total > 0.

    It also holds near 0 and 1, where the usual plus-minus leaves the range.
    Source: Wilson, 1927, https://doi.org/10.1080/01621459.1927.10502953
    """
    z = 1.959964  # a normal variable lies within z standard deviations in 95 % of cases
    share, spread = right / total, z * z / total
    centre = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + spread)
    return centre - half, centre + half
