from course.exercises.exercise import mistake


@mistake("all-in-one-row", see="#the-batch")
def prepare(images):
    """You put the whole batch into one list. Keep a row for each image: `reshape(n,
    height * width)`.
    """
    return images.reshape(-1) / 255


@mistake("by-256", see="#ten-digits")
def prepare(images):
    """You divide by 256, the number of gray values. The largest value is 255, and that
    should become 1.
    """
    return images.reshape(len(images), -1) / 256


@mistake("columns-first", see="#the-batch")
def prepare(images):
    """You read each image column by column. Its *lines* come one after the other, as
    `reshape` does by itself.
    """
    n = len(images)
    return images.transpose(0, 2, 1).reshape(n, -1) / 255


@mistake("images-mixed", see="#the-batch")
def prepare(images):
    """Each of your rows mixes pixels of *different* images. `reshape` reads image after image, so
    ask it for n rows, and don't transpose.
    """
    n, height, width = images.shape
    return images.reshape(height * width, n).T / 255


@mistake("inverted", see="#ten-digits")
def prepare(images):
    """You swap ink and paper. In these images 0 is paper and 255 is ink: divide, and
    nothing else.
    """
    return 1 - images.reshape(len(images), -1) / 255


@mistake("not-flat", see="#the-batch")
def prepare(images):
    """The numbers are right, but each image is still a table of height and width. A layer reads
    one row of numbers per example: `reshape(n, height * width)`.
    """
    return images / 255


@mistake("not-scaled", see="#ten-digits")
def prepare(images):
    """You keep the gray values from 0 to 255. The network was trained on numbers from 0 to 1:
    divide by 255.
    """
    return images.reshape(len(images), -1)


@mistake("scaled-by-batch", see="#ten-digits")
def prepare(images):
    """You divide by the largest value of the batch. Then an image's numbers depend on the other
    images in the batch. Always divide by 255.
    """
    return images.reshape(len(images), -1) / images.max()


@mistake("scaled-by-image", see="#ten-digits")
def prepare(images):
    """You divide each image by its own largest value. The scale is 255 for all, as it
    was in training.
    """
    x = images.reshape(len(images), -1)
    return x / x.max(axis=1, keepdims=True)


@mistake("transposed", see="#the-batch")
def prepare(images):
    """Your result has a column for each image. A batch has a row for each."""
    return images.reshape(len(images), -1).T / 255


@mistake("whole-numbers", see="#ten-digits")
def prepare(images):
    """`//` drops everything after the decimal point, so nearly all numbers become 0. Divide
    with `/`.
    """
    return images.reshape(len(images), -1) // 255
