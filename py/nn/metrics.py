"""How good the predicted labels are."""

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
