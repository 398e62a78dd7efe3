"""The basis of every other file here: the array type, the matrix product, checks of shapes."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
Labels: TypeAlias = NDArray[np.integer[Any]]

# Faster products than einsum's, by the name of their dtype; see `nn.product`.
PRODUCTS: dict[str, Callable[[Array, Array], Array]] = {}


def matmul(a: Array, b: Array) -> Array:
    """Return the matrix product ``a @ b`` of a (n, k) and b (k, m), as (n, m).

    Every matrix product of this package is made here. It is ``einsum`` because NumPy in
    WebAssembly has no BLAS behind ``@``: there, a training step with einsum takes about half
    the time, and with the page's own product of float32, `nn.product`, a tenth.

    Raises ValueError when the k columns of a are not the k rows of b.
    """
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != b.shape[0]:
        raise ValueError(
            f"matmul: a {a.shape} and b {b.shape} don't fit: "
            "both need two axes, and a needs as many columns as b has rows"
        )
    fast = PRODUCTS.get(a.dtype.str) if a.dtype == b.dtype and a.size and b.size else None
    product: Array = fast(a, b) if fast else np.einsum("nk,km->nm", a, b)
    return product


def check_linear(x: Array, W: Array, b: Array) -> None:
    """Raise ValueError unless x (n, in), W (out, in) and b (out,) fit together."""
    if x.ndim != 2 or W.ndim != 2 or x.shape[1] != W.shape[1]:
        raise ValueError(
            f"linear: x {x.shape} and W {W.shape} don't fit: "
            "x is (batch, in) and W is (out, in), with the same in"
        )
    if b.shape != W.shape[:1]:
        raise ValueError(
            f"linear: b {b.shape} and W {W.shape} don't fit: b has one number for each row of W"
        )


def check_same_shape(what: str, first: str, a: NDArray[Any], second: str, b: NDArray[Any]) -> None:
    """Raise ValueError, naming both arrays of `what`, unless a and b have the same shape."""
    if a.shape != b.shape:
        raise ValueError(
            f"{what}: {first} {a.shape} and {second} {b.shape} must have the same shape"
        )


def check_labels(what: str, z: Array, y: Labels) -> None:
    """Raise ValueError unless y (n,) holds a class 0..k-1 for each row of z (n, k)."""
    if z.ndim != 2 or y.shape != z.shape[:1]:
        raise ValueError(
            f"{what}: logits {z.shape} and labels {y.shape} don't fit: "
            "logits are (batch, classes) and labels are (batch,)"
        )
    if not np.issubdtype(y.dtype, np.integer):
        raise ValueError(f"{what}: labels must be integers, got {y.dtype}")
    if y.size and not (y.min() >= 0 and y.max() < z.shape[1]):
        raise ValueError(
            f"{what}: labels run from {y.min()} to {y.max()}, "
            f"but logits {z.shape} have the classes 0 to {z.shape[1] - 1}"
        )
