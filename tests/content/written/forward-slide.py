# %% right: two-loops
import numpy as np


def slide(image, w, b):
    rows = image.shape[0] - w.shape[0] + 1
    cols = image.shape[1] - w.shape[1] + 1
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = np.sum(image[r : r + w.shape[0], c : c + w.shape[1]] * w) + b
    return out


# %% right: four-loops
def slide(image, w, b):
    h, wd = image.shape
    k, l = w.shape
    z = []
    for y in range(h - k + 1):
        line = []
        for x in range(wd - l + 1):
            total = b
            for i in range(k):
                for j in range(l):
                    total += image[y + i, x + j] * w[i, j]
            line.append(total)
        z.append(line)
    return z


# %% right: windows-and-einsum
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return np.einsum("ijkl,kl->ij", windows, w) + b


# %% right: windows-and-tensordot
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def slide(image, w, b):
    return np.tensordot(sliding_window_view(image, w.shape), w, axes=2) + b


# %% right: shifted-images
import numpy as np


def slide(image, w, b):
    rows, cols = np.array(image.shape) - w.shape + 1
    z = np.full((rows, cols), float(b))
    for (i, j), weight in np.ndenumerate(w):
        z += weight * image[i : i + rows, j : j + cols]
    return z


# %% right: comprehension
import numpy as np


def slide(image, w, b):
    H, W = image.shape
    h, k = w.shape
    return np.array(
        [
            [(image[i : i + h, j : j + k] * w).sum() + b for j in range(W - k + 1)]
            for i in range(H - h + 1)
        ]
    )


# %% right: a-layer-of-flattened-windows
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    shape = image.shape[0] - tall + 1, image.shape[1] - wide + 1
    x = np.array([image[i : i + tall, j : j + wide].ravel() for i, j in np.ndindex(shape)])
    return (x @ w.reshape(-1, 1) + b).reshape(shape)


# %% right: the-course-library
import numpy as np
import nn


def slide(image, w, b):
    x = image.reshape(1, 1, *image.shape)
    return nn.conv2d(x, w.reshape(1, 1, *w.shape), np.array([b])).squeeze(axis=(0, 1))


# %% right: while-and-a-helper
import numpy as np


def at(image, w, i, j):
    piece = image[i : i + len(w), j : j + len(w[0])]
    return np.vdot(piece, w)


def slide(image, w, b):
    z, i = [], 0
    while i + len(w) <= len(image):
        z.append([at(image, w, i, j) + b for j in range(len(image[0]) - len(w[0]) + 1)])
        i += 1
    return np.array(z)


# %% right: correlation-along-the-rows
import numpy as np


def slide(image, w, b):
    tall = len(w)
    return [
        sum(np.correlate(image[i + k], w[k], "valid") for k in range(tall)) + b
        for i in range(len(image) - tall + 1)
    ]


# %% right: convolution-with-the-filter-turned-back
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(len(z)):
        for k in range(len(w)):
            z[i] += np.convolve(image[i + k], w[k][::-1], mode="valid")
    z += b
    return z


# %% right: recursion-over-the-rows
import numpy as np


def slide(image, w, b):
    if len(image) < len(w):
        return np.zeros((0, image.shape[1] - w.shape[1] + 1))
    first = [
        (image[: len(w), j : j + w.shape[1]] * w).sum() + b
        for j in range(image.shape[1] - w.shape[1] + 1)
    ]
    return np.vstack([first, slide(image[1:], w, b)])


# %% right: float32-and-print
import numpy as np


def slide(image, w, b):
    image = image.astype(np.float32)
    z = np.empty((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1), np.float32)
    print(z.shape)
    for i, j in np.ndindex(*z.shape):
        z[i, j] = b + (w * image[i : i + w.shape[0], j : j + w.shape[1]]).sum()
    return z


# %% flipped: np-convolve
import numpy as np


def slide(image, w, b):
    rows = image.shape[0] - w.shape[0] + 1
    z = []
    for i in range(rows):
        z.append(sum(np.convolve(image[i + k], w[k], "valid") for k in range(len(w))) + b)
    return np.array(z)


# %% flipped: rotated
import numpy as np


def slide(image, w, b):
    w = np.rot90(w, 2)
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return (windows * w).sum((-1, -2)) + b


# %% bias-forgotten: two-loops
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    z = np.zeros((len(image) - tall + 1, len(image[0]) - wide + 1))
    for i in range(len(z)):
        for j in range(len(z[0])):
            z[i, j] = np.sum(image[i : i + tall, j : j + wide] * w)
    return z


# %% bias-per-weight: sum-of-both
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    height, width = image.shape
    return [
        [np.sum(image[i : i + tall, j : j + wide] * w + b) for j in range(width - wide + 1)]
        for i in range(height - tall + 1)
    ]


# %% bias-per-weight: inner-loop
def slide(image, w, b):
    tall, wide = w.shape
    z = []
    for i in range(image.shape[0] - tall + 1):
        z.append([])
        for j in range(image.shape[1] - wide + 1):
            total = 0
            for k in range(tall):
                for m in range(wide):
                    total += image[i + k, j + m] * w[k, m] + b
            z[i].append(total)
    return z


# %% one-step-short: lists
import numpy as np


def slide(image, w, b):
    z = []
    for i in range(image.shape[0] - w.shape[0]):
        row = []
        for j in range(image.shape[1] - w.shape[1]):
            row.append(np.sum(image[i : i + w.shape[0], j : j + w.shape[1]] * w) + b)
        z.append(row)
    return np.array(z)


# %% one-step-short: zeros-left
import numpy as np


def slide(image, w, b):
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall + 1, width - wide + 1))
    for i in range(height - tall):
        for j in range(width - wide):
            z[i, j] = (image[i : i + tall, j : j + wide] * w).sum() + b
    return z


# %% one-step-short: smaller-zeros
import numpy as np


def slide(image, w, b):
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall, width - wide))
    for i in range(height - tall):
        for j in range(width - wide):
            z[i, j] = (image[i : i + tall, j : j + wide] * w).sum() + b
    return z


# %% padded: as-large-as-the-image
import numpy as np


def slide(image, w, b):
    z = np.zeros_like(image)
    for i in range(image.shape[0] - w.shape[0] + 1):
        for j in range(image.shape[1] - w.shape[1] + 1):
            z[i, j] = (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b
    return z


# %% padded: a-border-of-zeros
import numpy as np


def slide(image, w, b):
    image = np.pad(image, 1)
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b
    return z


# %% jumped: step-in-range
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    return np.array(
        [
            [
                (image[i : i + tall, j : j + wide] * w).sum() + b
                for j in range(0, image.shape[1] - wide + 1, wide)
            ]
            for i in range(0, image.shape[0] - tall + 1, tall)
        ]
    )


# %% activation-added: at-each-position
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = max(0, (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b)
    return z


# %% first-position-only: return-in-the-loop
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b
            return z


# %% first-row-only: return-in-the-outer-loop
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b
        return z


# %% sum-not-reset: total-outside
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    total = 0
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            total += (image[i : i + w.shape[0], j : j + w.shape[1]] * w).sum() + b
            z[i, j] = total
    return z


# %% sum-not-reset: starts-at-the-bias
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    total = b
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            for k in range(w.shape[0]):
                for m in range(w.shape[1]):
                    total += image[i + k, j + m] * w[k, m]
            z[i, j] = total
    return z


# %% result-transposed: columns-outside
def slide(image, w, b):
    tall, wide = w.shape
    z = []
    for j in range(image.shape[1] - wide + 1):
        z.append([])
        for i in range(image.shape[0] - tall + 1):
            z[j].append((image[i : i + tall, j : j + wide] * w).sum() + b)
    return z


# %% rows-times-columns: matmul
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    z = np.zeros((image.shape[0] - tall + 1, image.shape[1] - wide + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = np.matmul(image[i : i + tall, j : j + wide], w).sum() + b
    return z


# %% one-pixel-for-all: no-slice
import numpy as np


def slide(image, w, b):
    z = np.zeros((image.shape[0] - w.shape[0] + 1, image.shape[1] - w.shape[1] + 1))
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            z[i, j] = (image[i, j] * w).sum() + b
    return z


# %% mean-for-sum: np-mean
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return np.mean(windows * w, axis=(2, 3)) + b


# %% filter-cut-short: inner-loops
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    z = np.zeros((image.shape[0] - tall + 1, image.shape[1] - wide + 1)) + b
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            for k in range(tall - 1):
                for m in range(wide - 1):
                    z[i, j] += image[i + k, j + m] * w[k, m]
    return z


# %% one-step-too-far: index-error
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    z = np.zeros((image.shape[0] - tall + 1, image.shape[1] - wide + 1))
    for i in range(image.shape[0] - tall + 2):
        for j in range(image.shape[1] - wide + 2):
            z[i, j] = (image[i : i + tall, j : j + wide] * w).sum() + b
    return z


# %% none: products-squared
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return ((windows * w) ** 2).sum(axis=(2, 3)) + b


# %% none: every-other-position
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return ((windows * w).sum(axis=(2, 3)) + b)[::2, ::2]


# %% none: starts-one-pixel-late
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    z = np.zeros((image.shape[0] - tall + 1, image.shape[1] - wide + 1))
    for i in range(1, z.shape[0]):
        for j in range(1, z.shape[1]):
            z[i, j] = (image[i : i + tall, j : j + wide] * w).sum() + b
    return z


# %% none: only-along-the-first-row
import numpy as np


def slide(image, w, b):
    tall, wide = w.shape
    return np.array(
        [(image[:tall, j : j + wide] * w).sum() + b for j in range(image.shape[1] - wide + 1)]
    )


# %% none: distance-for-product
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    return (windows - w).sum(axis=(2, 3)) + b


# %% none: bias-in-the-corner
import numpy as np


def slide(image, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(image, w.shape)
    z = (windows * w).sum(axis=(2, 3))
    z[0, 0] += b
    return z
