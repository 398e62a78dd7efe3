"""Filters that slide over images, and pooling: what they compute, and the slopes back through them.

Images are (batch, channels, height, width), as in PyTorch; filters are (out, in, tall, wide). A
window stays inside the image (no padding) and moves on by one pixel; the filter isn't flipped.
`grad_q` means dL/dq and has the shape of q. Results keep the dtype of the inputs.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nn.arrays import Array
from nn.layers import linear, linear_backward_parameters


def conv2d(x: Array, W: Array, b: Array) -> Array:
    """Return z: at each position, each filter's sum over the window there, plus its bias.

    x (n, in, height, width), W (out, in, tall, wide), b (out,)
    -> z (n, out, height - tall + 1, width - wide + 1). Raises ValueError when they do not fit.

    It's a layer of neurons, `linear`, that reads one window after another.
    """
    check_conv2d(x, W, b)
    n, _, height, width = x.shape
    out, _, tall, wide = W.shape
    z = linear(patches(x, tall, wide), W.reshape(out, -1), b)
    return np.moveaxis(z.reshape(n, height - tall + 1, width - wide + 1, out), -1, 1)


def conv2d_backward(grad_z: Array, x: Array, W: Array) -> tuple[Array, Array, Array]:
    """Return (grad_x, grad_W, grad_b) of `conv2d`, shaped like x, W and b.

    grad_z (n, out, rows, columns), x (n, in, height, width), W (out, in, tall, wide). All
    positions share W and b, so their slopes are sums over the positions of all images. A pixel's
    slope comes from the windows that it was in: on the way back, the filter is flipped. Raises
    ValueError when the shapes do not fit.
    """
    out, inputs, tall, wide = W.shape
    check_conv2d_gradient(grad_z, x, W)
    rows = np.moveaxis(grad_z, 1, -1).reshape(-1, out)
    grad_W, grad_b = linear_backward_parameters(rows, patches(x, tall, wide))
    around = ((0, 0), (0, 0), (tall - 1, tall - 1), (wide - 1, wide - 1))
    flipped = W[:, :, ::-1, ::-1].swapaxes(0, 1)
    grad_x = conv2d(np.pad(grad_z, around), flipped, np.zeros(inputs, W.dtype))
    return grad_x, grad_W.reshape(W.shape), grad_b


def max_pool2d(x: Array, size: int) -> Array:
    """Return the largest value of each block of size x size pixels.

    x (n, channels, height, width) -> p (n, channels, height // size, width // size). Rows and
    columns that don't fill a block are left out. Raises ValueError when no block fits.
    """
    p: Array = blocks(x, size).max(axis=-1)
    return p


def max_pool2d_backward(grad_p: Array, x: Array, size: int) -> Array:
    """Return grad_x of `max_pool2d`: a block's slope goes to its largest value.

    grad_p (n, channels, height // size, width // size), x (n, channels, height, width). Of equal
    values, the first gets it. Raises ValueError when the shapes do not fit.
    """
    largest = blocks(x, size).argmax(axis=-1)
    if grad_p.shape != largest.shape:
        raise ValueError(
            f"max_pool2d_backward: grad_p {grad_p.shape} must have the shape {largest.shape} of "
            f"the pooled x {x.shape}"
        )
    grad_x = np.zeros(x.shape, grad_p.dtype)
    image, channel, row, column = np.indices(largest.shape)
    grad_x[image, channel, size * row + largest // size, size * column + largest % size] = grad_p
    return grad_x


def patches(x: Array, tall: int, wide: int) -> Array:
    """Return the windows of all images as rows: (n * rows * columns, in * tall * wide)."""
    return np.moveaxis(windows(x, tall, wide), 1, 3).reshape(-1, x.shape[1] * tall * wide)


def blocks(x: Array, size: int) -> Array:
    """Return the blocks side by side, each in a row: (n, channels, rows, columns, size * size)."""
    if x.ndim != 4 or not 1 <= size <= min(x.shape[2:]):
        raise ValueError(
            f"max_pool2d: a block of {size} x {size} doesn't fit into x {x.shape}: "
            "x is (batch, channels, height, width)"
        )
    apart = windows(x, size, size)[:, :, ::size, ::size]
    return apart.reshape(*apart.shape[:4], -1)


def windows(x: Array, tall: int, wide: int) -> Array:
    """Return the windows of all images as views: (n, in, rows, columns, tall, wide)."""
    views: Array = sliding_window_view(x, (1, 1, tall, wide))[..., 0, 0, :, :]
    return views


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
