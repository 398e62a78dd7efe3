import numpy as np


def slide(image, w, b):
    """Return z: for z[i, j], the filter's window begins in row i, column j.

    Shapes: image (height, width), w (tall, wide), and
    z (height - tall + 1, width - wide + 1); b is a number
    """
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall + 1, width - wide + 1))
    for i in range(height - tall + 1):
        for j in range(width - wide + 1):
            window = image[i : i + tall, j : j + wide]
            z[i, j] = (window * w).sum() + b
    return z
