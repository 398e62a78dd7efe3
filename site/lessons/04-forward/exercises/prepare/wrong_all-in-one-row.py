"""You put the whole batch into one list. Keep a row for each image: `reshape(n, height * width)`.

See: #the-batch
"""


def prepare(images):
    return images.reshape(-1) / 255
