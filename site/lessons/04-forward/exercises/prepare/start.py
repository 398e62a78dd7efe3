def prepare(images):
    """Return images as a batch that a network can read.

    images (n, height, width): gray values from 0 (paper) to 255 (ink)
    The result is (n, height * width): numbers from 0 to 1. Each row is one
    image, line after line.
    """
    n, height, width = images.shape
    x = images.reshape(height * width, n).T
    return x / images.max()
