from course.exercises.exercise import mistake


@mistake("comma-forgotten", see="#the-batch")
class Values:
    """A comma is missing, so you've given a plain number instead of a shape. In Python, `(10)` is
    just the number 10, and only the comma in `(10,)` makes it a shape with one size. Add the comma.
    """

    b1 = 128
    b3 = 10
    predictions = 32


@mistake("labels-as-a-column", see="#term-argmax")
class Values:
    """You've made the predictions a matrix with one column. `argmax` leaves one number per image,
    in a plain list. Drop the 1 from your shape, and keep the comma.
    """

    predictions = (32, 1)


@mistake("labels-as-a-row", see="#term-argmax")
class Values:
    """You've made the predictions a matrix with one row. `argmax` leaves one number per image, in a
    plain list. Drop the 1 from your shape, and add a comma after the number that's left.
    """

    predictions = (1, 32)


@mistake("batch-forgotten", see="#the-batch")
class Values:
    """You've written the shape for a single image. The batch has 32 images, and everything that
    flows through the network has one row for each of them. Put 32 first.
    """

    a1 = (128,)
    z2 = (64,)
    logits = (10,)
    predictions = ()


@mistake("batch-in-columns", see="#the-batch")
class Values:
    """You've put the images into columns. In this module, each image is a row, from the input to
    the logits, so the number of images comes first. Swap the two sizes.
    """

    x = (784, 32)
    a1 = (128, 32)
    z2 = (64, 32)
    logits = (10, 32)


@mistake("batch-in-weights", see="#the-batch")
class Values:
    """You've put the size of the batch into the weights. All images go through the same weights, so
    no 32 appears there. A weight matrix is (out, in): its neurons, and how many numbers each of
    them reads.
    """

    W1 = (32, 784)
    W2 = (32, 128)
    W3 = (32, 64)


@mistake("bias-as-a-row", see="#the-batch")
class Values:
    """You've made the biases a matrix with one row. They're a plain list of numbers, one per
    neuron, so their shape has only one size. Drop the 1, and keep a comma after the number that's
    left.
    """

    b1 = (1, 128)
    b3 = (1, 10)


@mistake("bias-per-example", see="#the-batch")
class Values:
    """You've given each image biases of its own. A bias belongs to a neuron, and all images share
    it, so the size of the batch doesn't appear. Drop the 32, and keep a comma after the number
    that's left.
    """

    b1 = (32, 128)
    b3 = (32, 10)


@mistake("bias-per-input", see="#the-batch")
class Values:
    """You've given this layer one bias for each number that it reads. Biases belong to neurons, one
    for each. Use the number of neurons in this layer.
    """

    b1 = (784,)
    b3 = (64,)


@mistake("labels-like-logits", see="#term-argmax")
class Values:
    """You've kept one number for each class, as in the logits. A prediction is just the position of
    the largest one, so each image has a single number. Drop the classes from your shape, and keep
    the comma.
    """

    predictions = (32, 10)


@mistake("labels-per-class", see="#term-argmax")
class Values:
    """You've made one prediction for each class. But it's each image that gets a prediction: the
    class that suits it best. Use the number of images instead.
    """

    predictions = (10,)


@mistake("weights-transposed", see="#a-layer-is-one-product")
class Values:
    """You've written the weights as (in, out), with one column per neuron. In this module, each
    neuron's weights are a row, as in PyTorch, so it's (out, in). Swap the two sizes.
    """

    W1 = (784, 128)
    W2 = (128, 64)
    W3 = (64, 10)
