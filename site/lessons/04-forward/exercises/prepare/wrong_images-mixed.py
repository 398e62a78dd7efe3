"""Each of your rows holds pixels of *different* images. The shape is right, the meaning is not:
`reshape` reads image after image, so ask for n rows at once.

See: #the-batch
"""


def prepare(images):
    n, height, width = images.shape
    return images.reshape(height * width, n).T / 255
