"""You divide by the largest value of the batch. Then the same image gives other numbers in other
company: divide by 255, always.

See: #ten-digits
"""


def prepare(images):
    return images.reshape(len(images), -1) / images.max()
