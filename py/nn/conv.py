"""Filters that slide over images, and pooling: what they compute, and the slopes back through them.

Images are (batch, channels, height, width), as in PyTorch; filters are (out, in, tall, wide). A
window stays inside the image (no padding) and moves on by one pixel; the filter isn't flipped.
`grad_q` means dL/dq and has the shape of q. Results keep the dtype of the inputs.

A filter layer is a matrix product, once each window has become a column (Chellapilla, Puri and
Simard, 2006, https://inria.hal.science/inria-00112631). In memory, the images of a batch lie side
by side, pixel by pixel, so that NumPy works on long rows of numbers.
"""

from functools import reduce
from itertools import product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nn.arrays import Array, matmul


def conv2d(x: Array, W: Array, b: Array) -> Array:
    """Return z: at each position, each filter's sum over the window there, plus its bias.

    x (n, in, height, width), W (out, in, tall, wide), b (out,)
    -> z (n, out, height - tall + 1, width - wide + 1). Raises ValueError when they do not fit.

    Each filter is a neuron that reads one window after another.
    """
    check_conv2d(x, W, b)
    n, _, height, width = x.shape
    out, _, tall, wide = W.shape
    z = matmul(W.reshape(out, -1), columns(x, tall, wide)) + b[:, np.newaxis]
    return np.moveaxis(z.reshape(out, height - tall + 1, width - wide + 1, n), -1, 0)


def conv2d_backward(grad_z: Array, x: Array, W: Array) -> tuple[Array, Array, Array]:
    """Return (grad_x, grad_W, grad_b) of `conv2d`, shaped like x, W and b.

    grad_z (n, out, rows, columns), x (n, in, height, width), W (out, in, tall, wide). Raises
    ValueError when the shapes do not fit.
    """
    check_conv2d_gradient(grad_z, x, W)
    return conv2d_backward_input(grad_z, W), *conv2d_backward_parameters(grad_z, x, W)


def conv2d_backward_input(grad_z: Array, W: Array) -> Array:
    """Return grad_x (n, in, height, width) of `conv2d`: each pixel's slope comes from its windows.

    grad_z (n, out, rows, columns), W (out, in, tall, wide). It's a convolution too, of grad_z with
    room around it: on the way back, the filters are flipped.
    Source: LeCun et al., 1989, https://doi.org/10.1162/neco.1989.1.4.541
    """
    _, inputs, tall, wide = W.shape
    around = ((0, 0), (0, 0), (tall - 1, tall - 1), (wide - 1, wide - 1))
    flipped = W[:, :, ::-1, ::-1].swapaxes(0, 1)
    return conv2d(np.pad(grad_z, around), flipped, np.zeros(inputs, W.dtype))


def conv2d_backward_parameters(grad_z: Array, x: Array, W: Array) -> tuple[Array, Array]:
    """Return grad_W (out, in, tall, wide) and grad_b (out,) of `conv2d`.

    grad_z (n, out, rows, columns), x (n, in, height, width), W for its shape alone. All positions
    share W and b, so their slopes are sums over the positions of all images. Raises ValueError
    when the shapes do not fit.
    """
    check_conv2d_gradient(grad_z, x, W)
    out, _, tall, wide = W.shape
    rows = np.moveaxis(grad_z, 0, -1).reshape(out, -1)
    return matmul(rows, columns(x, tall, wide).T).reshape(W.shape), rows.sum(axis=1)


def max_pool2d(x: Array, size: int) -> Array:
    """Return the largest value of each block of size x size pixels.

    x (n, channels, height, width) -> p (n, channels, height // size, width // size). Rows and
    columns that don't fill a block are left out. Raises ValueError when no block fits.
    """
    p: Array = reduce(np.maximum, blocks(x, size))
    return p.copy() if size == 1 else p


def max_pool2d_backward(grad_p: Array, x: Array, size: int) -> Array:
    """Return grad_x of `max_pool2d`: a block's slope goes to its largest value.

    grad_p (n, channels, height // size, width // size), x (n, channels, height, width). Of equal
    values, the first gets it, row by row. Raises ValueError when the shapes do not fit.
    Source: Ranzato et al., 2007, https://doi.org/10.1109/CVPR.2007.383157
    """
    p = max_pool2d(x, size)
    if grad_p.shape != p.shape:
        raise ValueError(
            f"max_pool2d_backward: grad_p {grad_p.shape} must have the shape {p.shape} of "
            f"the pooled x {x.shape}"
        )
    grad_x = np.zeros_like(x, grad_p.dtype)
    left = grad_p.copy("K")  # 0 where a value of the block has got it
    for value, grad in zip(blocks(x, size), blocks(grad_x, size), strict=True):
        np.multiply(left, (value == p).astype(left.dtype), out=grad)
        left -= grad
    return grad_x


def blocks(x: Array, size: int) -> list[Array]:
    """Return views of the first, the second, ... value of every block, row by row in the block.

    x (n, channels, height, width) -> size * size of (n, channels, height // size, width // size).
    """
    if x.ndim != 4 or not 1 <= size <= min(x.shape[2:]):
        raise ValueError(
            f"max_pool2d: a block of {size} x {size} doesn't fit into x {x.shape}: "
            "x is (batch, channels, height, width)"
        )
    rows, columns = (length // size * size for length in x.shape[2:])
    places = product(range(size), repeat=2)
    return [x[:, :, row:rows:size, column:columns:size] for row, column in places]


def columns(x: Array, tall: int, wide: int) -> Array:
    """Return the windows of all images as columns: (in * tall * wide, rows * columns * n)."""
    beside = np.ascontiguousarray(np.moveaxis(x, 0, -1))
    views = sliding_window_view(beside, (1, tall, wide, 1))[..., 0, :, :, 0]
    side_by_side: Array = views.transpose(0, 4, 5, 1, 2, 3).reshape(x.shape[1] * tall * wide, -1)
    return side_by_side


def check_conv2d(x: Array, W: Array, b: Array) -> None:
    """Raise ValueError unless x, W (out, in, tall, wide) and b (out,) fit, and W fits into x."""
    if x.ndim != 4 or W.ndim != 4 or x.shape[1] != W.shape[1]:
        raise ValueError(
            f"conv2d: x {x.shape} and W {W.shape} don't fit: x is (batch, in, height, width) and "
            "W is (out, in, tall, wide), with the same in"
        )
    if W.shape[2] > x.shape[2] or W.shape[3] > x.shape[3]:
        raise ValueError(f"conv2d: the filters of W {W.shape} are larger than the images {x.shape}")
    if b.shape != W.shape[:1]:
        raise ValueError(
            f"conv2d: b {b.shape} and W {W.shape} don't fit: b has one number for each filter"
        )


def check_conv2d_gradient(grad_z: Array, x: Array, W: Array) -> None:
    """Raise ValueError unless grad_z has the shape of what `conv2d` makes of x and W."""
    (n, _, height, width), (out, _, tall, wide) = x.shape, W.shape
    shape = (n, out, height - tall + 1, width - wide + 1)
    if grad_z.shape != shape:
        raise ValueError(
            f"conv2d_backward: grad_z {grad_z.shape} must have the shape {shape} of conv2d's "
            f"result for x {x.shape} and W {W.shape}"
        )
