"""You divide each image by its own largest value. The scale is 255 for all, as it was in
training.

See: #ten-digits
"""


def prepare(images):
    x = images.reshape(len(images), -1)
    return x / x.max(axis=1, keepdims=True)
