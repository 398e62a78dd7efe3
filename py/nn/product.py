"""A matrix product outside of Python, for where NumPy has no fast one of its own: in WebAssembly.

`product.wat` is that function; a build compiles it, and the page's worker starts it in the memory
of Python itself, so that no array is copied.
"""

from collections.abc import Callable

import numpy as np

from nn.arrays import PRODUCTS, Array

# (a, its strides, b, its strides, c, room, n, k, m): arrays as addresses, strides in bytes.
Write = Callable[[int, int, int, int, int, int, int, int, int, int, int], object]


def use(write: Write) -> None:
    """Let `write` make every matrix product of float32 in this package; see product.wat."""

    def product(a: Array, b: Array) -> Array:
        (n, k), m = a.shape, b.shape[1]
        (a_row, a_column), (b_row, b_column) = a.strides, b.strides
        c = np.empty((n, m), np.float32)
        room = np.empty(8 * k, np.float32)
        places = address(c), address(room)
        write(address(a), a_row, a_column, address(b), b_row, b_column, *places, n, k, m)
        return c

    PRODUCTS["<f4"] = product


def address(array: Array) -> int:
    """Return where an array's first number lies."""
    place: int = array.__array_interface__["data"][0]
    return place
