"""You keep the grey values from 0 to 255. The network was trained on numbers from 0 to 1: divide
by 255.

See: #ten-digits
"""


def prepare(images):
    return images.reshape(len(images), -1)
