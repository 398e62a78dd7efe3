import numpy as np


def slide(image, w, b):
    """Return z: for z[i, j], the filter's window begins in row i, column j.

    Shapes: image (height, width), w (tall, wide), and
    z (height - tall + 1, width - wide + 1); b is a number
    """
    return np.zeros((1, 1))
