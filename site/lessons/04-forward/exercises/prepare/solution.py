def prepare(images):
    """Return images as a batch that a network can read.

    images (n, height, width), grey values from 0 to 255
    -> x (n, height * width), from 0 to 1: one row an image, its lines one after the other
    """
    n, height, width = images.shape
    return images.reshape(n, height * width) / 255
