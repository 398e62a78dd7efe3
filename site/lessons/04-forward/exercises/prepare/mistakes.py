from course.exercises.exercise import mistake


@mistake("all-in-one-row", see="#ten-digits")
def prepare(images):
    """You put the whole batch into one long row. A network reads each image as a row of its own, so
    n images make n rows. Use `reshape(n, height * width)`.
    """
    return images.reshape(-1) / 255


@mistake("by-256", see="#ten-digits")
def prepare(images):
    """You divide by 256, which is how many gray values there are. They run from 0 to 255, though,
    so pure ink would never quite be 1. Divide by 255.
    """
    return images.reshape(len(images), -1) / 256


@mistake("columns-first", see="#ten-digits")
def prepare(images):
    """You read each image column by column. In training, images were read line by line, and each
    weight belongs to one pixel. Plain `reshape` reads line by line, so leave the axes in their
    order.
    """
    n = len(images)
    return images.transpose(0, 2, 1).reshape(n, -1) / 255


@mistake("images-mixed", see="#ten-digits")
def prepare(images):
    """Your rows mix the pixels of different images. `reshape` reads image after image and fills row
    after row. So ask it for n rows, one per image, and don't transpose.
    """
    n, height, width = images.shape
    return images.reshape(height * width, n).T / 255


@mistake("inverted", see="#ten-digits")
def prepare(images):
    """You swap ink and paper: the paper becomes 1, and the ink becomes 0. The network was trained
    with paper as 0 and ink as 1. Divide by 255, and don't subtract anything.
    """
    return 1 - images.reshape(len(images), -1) / 255


@mistake("not-flat", see="#ten-digits")
def prepare(images):
    """You return each image as a table of lines and columns. A layer reads one row of numbers per
    example, so lay the lines out one after the other. Use `reshape(n, height * width)`.
    """
    return images / 255


@mistake("not-scaled", see="#ten-digits")
def prepare(images):
    """Your gray values still run from 0 to 255. The network was trained on numbers from 0 to 1, and
    new images have to be prepared in the same way. Divide by 255.
    """
    return images.reshape(len(images), -1)


@mistake("scaled-by-batch", see="#find-a-mistake-by-its-shape")
def prepare(images):
    """You divide by the largest value of the batch. So the numbers of an image depend on the other
    images that happen to be there. Use the same number for every batch: divide by 255.
    """
    return images.reshape(len(images), -1) / images.max()


@mistake("scaled-by-image", see="#ten-digits")
def prepare(images):
    """You divide each image by its own largest value, so faint ink looks as strong as black ink. In
    training, every image was divided by the same number. Use 255 for all of them.
    """
    x = images.reshape(len(images), -1)
    return x / x.max(axis=1, keepdims=True)


@mistake("transposed", see="#the-batch")
def prepare(images):
    """Your result is transposed: it has a column for each image. A batch has a row for each image,
    because that's what a layer reads. Use `reshape(n, height * width)`, without transposing.
    """
    return images.reshape(len(images), -1).T / 255


@mistake("whole-numbers", see="#ten-digits")
def prepare(images):
    """Nearly all your numbers are 0, because everything after the decimal point is dropped. That's
    what `//` does, and so do arrays of whole numbers. Divide with `/`, and keep the result as it
    is.
    """
    return images.reshape(len(images), -1) // 255
