"""Losses: one number that says how wrong a batch of predictions is, and its slope.

Every loss is the mean over the batch, in nats (natural logarithm) where it is a logarithm, and
a plain float. Every gradient has the shape and dtype of the predictions.
"""

import numpy as np

from nn.arrays import Array, Labels, check_labels, check_same_shape
from nn.layers import log_softmax, sigmoid, softmax

# PyTorch's BCELoss holds log p at -100 or more, so that p = 0 costs 100 and not infinity:
# https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html
SMALLEST_P = np.exp(-100.0).item()


def one_hot(y: Labels, classes: int) -> Array:
    """Return y (n,) as rows (n, classes) of zeros with a 1 at the label. float64.

    Raises ValueError when a label is not one of 0..classes-1.
    """
    rows = np.zeros((len(y), classes))
    check_labels("one_hot", rows, y)
    rows[np.arange(len(y)), y] = 1
    return rows


def log_loss(p: Array, y: Array) -> float:
    """Return the mean of -(y log p + (1 - y) log(1 - p)), for two classes.

    p: probabilities of class 1; y: 0 or 1; the same shape. p = 0 and p = 1 are safe: the
    logarithm stops at -100. Raises ValueError when the shapes differ.
    """
    check_same_shape("log_loss", "p", p, "y", y)
    log_p = np.log(np.maximum(p, SMALLEST_P))
    log_not_p = np.log(np.maximum(1 - p, SMALLEST_P))
    return float(-np.mean(y * log_p + (1 - y) * log_not_p))


def log_loss_gradient(p: Array, y: Array) -> Array:
    """Return dL/dp of `log_loss`: (p - y) / (p (1 - p)) / n, where n is the number of p.

    The divisor stays at 1e-12 or more, as in PyTorch. Raises ValueError when the shapes differ.
    """
    check_same_shape("log_loss_gradient", "p", p, "y", y)
    grad_p: Array = (p - y) / np.maximum(p * (1 - p), 1e-12) / p.size
    return grad_p.astype(p.dtype, copy=False)


def log_loss_with_logits(z: Array, y: Array) -> float:
    """Return `log_loss` of sigmoid(z), exact for every z.

    z: logits; y: 0 or 1; the same shape. It is max(z, 0) - z y + log(1 + exp(-|z|)), which
    takes exp of numbers <= 0 only. Raises ValueError when the shapes differ.
    """
    check_same_shape("log_loss_with_logits", "z", z, "y", y)
    return float(np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))))


def log_loss_with_logits_gradient(z: Array, y: Array) -> Array:
    """Return dL/dz of `log_loss_with_logits`: (sigmoid(z) - y) / n.

    n is the number of logits. Raises ValueError when the shapes differ.
    """
    check_same_shape("log_loss_with_logits_gradient", "z", z, "y", y)
    return ((sigmoid(z) - y) / z.size).astype(z.dtype, copy=False)


def cross_entropy(z: Array, y: Labels) -> float:
    """Return the mean of -log p[y], where p = softmax(z).

    z (n, classes): logits, not probabilities; y (n,): integer labels. Raises ValueError when
    the shapes do not fit or a label isn't a class.
    """
    check_labels("cross_entropy", z, y)
    log_p = log_softmax(z)
    return float(-np.mean(log_p[np.arange(len(y)), y]))


def cross_entropy_gradient(z: Array, y: Labels) -> Array:
    """Return dL/dz of `cross_entropy`: (softmax(z) - one_hot(y)) / n, shaped (n, classes).

    Raises ValueError as `cross_entropy` does.
    """
    check_labels("cross_entropy_gradient", z, y)
    grad_z = softmax(z)
    grad_z[np.arange(len(y)), y] -= 1
    return grad_z / len(y)


def squared_error(p: Array, y: Array) -> float:
    """Return the mean of (p - y)^2 over all elements; p and y have the same shape.

    Raises ValueError when the shapes differ.
    """
    check_same_shape("squared_error", "p", p, "y", y)
    return float(np.mean((p - y) ** 2))


def squared_error_gradient(p: Array, y: Array) -> Array:
    """Return dL/dp of `squared_error`: 2 (p - y) / n, where n is the number of elements.

    Raises ValueError when the shapes differ.
    """
    check_same_shape("squared_error_gradient", "p", p, "y", y)
    return (2 * (p - y) / p.size).astype(p.dtype, copy=False)
