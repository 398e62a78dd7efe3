"""`//` throws away what is behind the point, so that nearly everything becomes 0. Divide with
`/`.

See: #ten-digits
"""


def prepare(images):
    return images.reshape(len(images), -1) // 255
