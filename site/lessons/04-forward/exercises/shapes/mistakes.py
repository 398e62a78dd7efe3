from course.exercises.exercise import mistake


@mistake("comma-forgotten", see="#the-batch")
class Values:
    """A comma is missing: `(10)` is just the number 10. The shape of a list of ten numbers is
    `(10,)`, with a comma after the 10.
    """

    b1 = 128
    b3 = 10
    labels = 32


@mistake("labels-as-a-column", see="#from-logits-to-a-prediction")
class Values:
    """Your predictions are a matrix with one column. They're a plain list, with one number for each
    image: (32,).
    """

    labels = (32, 1)


@mistake("labels-as-a-row", see="#from-logits-to-a-prediction")
class Values:
    """Your predictions are a matrix with one row. They're a plain list, with one number for each
    image: (32,).
    """

    labels = (1, 32)


@mistake("batch-forgotten", see="#the-batch")
class Values:
    """You write the shape for one image. There are 32, one per row, so the first number is 32."""

    a1 = (128,)
    z2 = (64,)
    logits = (10,)
    labels = ()


@mistake("batch-in-columns", see="#the-batch")
class Values:
    """Your batch is in columns. Here every image is a row, from the first layer to the last, so the
    first number is 32.
    """

    x = (784, 32)
    a1 = (128, 32)
    z2 = (64, 32)
    logits = (10, 32)


@mistake("batch-in-weights", see="#the-batch")
class Values:
    """You have put the batch into the weights. Every image uses the same weights, so their shape
    doesn't depend on 32.
    """

    W1 = (32, 784)
    W2 = (32, 128)
    W3 = (32, 64)


@mistake("bias-as-a-row", see="#a-layer-is-one-product")
class Values:
    """You write the biases as a matrix of one row. They are a plain list, with one axis: (128,)."""

    b1 = (1, 128)
    b3 = (1, 10)


@mistake("bias-per-example", see="#a-layer-is-one-product")
class Values:
    """You give every image a bias of its own. A bias belongs to a neuron, and the whole batch
    shares it: (128,).
    """

    b1 = (32, 128)
    b3 = (32, 10)


@mistake("bias-per-input", see="#a-layer-is-one-product")
class Values:
    """Your biases are as many as the layer has inputs. There is one for each neuron of
    the layer: (128,).
    """

    b1 = (784,)
    b3 = (64,)


@mistake("labels-like-logits", see="#from-logits-to-a-prediction")
class Values:
    """You keep one number for each class. A prediction is a single number for each image: (32,)."""

    labels = (32, 10)


@mistake("labels-per-class", see="#from-logits-to-a-prediction")
class Values:
    """You have one prediction for each class. Each *image* gets one: (32,)."""

    labels = (10,)


@mistake("weights-transposed", see="#a-layer-is-one-product")
class Values:
    """Your weights are (in, out). In this module a matrix has one row for each neuron:
    (out, in).
    """

    W1 = (784, 128)
    W2 = (128, 64)
    W3 = (64, 10)
