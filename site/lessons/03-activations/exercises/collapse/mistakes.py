import numpy as np

from course.exercises.exercise import mistake


@mistake("b1-forgotten", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your `b` is `b2` alone, so the first layer's bias gets lost. The second layer multiplies
    everything that it reads by its weights, and `b1` is part of that. Add `b1 @ W2.T`.
    """
    return W2 @ W1, b2


@mistake("b2-forgotten", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your `b` leaves out the second layer's own bias. It's the last thing that the two layers add,
    after everything else has been multiplied. Add `b2`.
    """
    return W2 @ W1, W2 @ b1


@mistake("b2-multiplied", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You multiply both biases by `W2`. But the second layer adds its own bias at the very end,
    after its weights have done their work. Send only `b1` through `W2`, and then add `b2`.
    """
    return W2 @ W1, W2 @ (b1 + b2)


@mistake("bias-left-out", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your `b` is all zeros, but both layers have a bias. The first one goes through the second
    layer, like an example, and the second one is added at the end. That makes `b1 @ W2.T + b2`.
    """
    return W2 @ W1, np.zeros(len(W2))


@mistake("biases-added", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You just add the two biases. But `b1` still has to go through the second layer, which
    multiplies it by its weights. Put `b1 @ W2.T` in place of `b1`.
    """
    return W2 @ W1, b1 + b2


@mistake("element-by-element", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You multiply the two matrices entry by entry. Each new weight should add up all the paths
    from an input to an output, one through each hidden neuron. That's row times column: use `W2 @
    W1`.
    """
    return W2 * W1, W2 @ b1 + b2


@mistake("order-and-biases", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Two things are wrong. Your product has the second layer's weights on the right, and your bias
    is just the sum of the two. Start with the product: `W2 @ W1`. Then send `b1` through the second
    layer.
    """
    return W1 @ W2, b1 + b2


@mistake("order-of-results", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You return the bias first and then the weights. The task asks for the weights first, and then
    the bias, as in the start's last line. Swap the two, and return `W, b`.
    """
    return W2 @ b1 + b2, W2 @ W1


@mistake("product-order", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You multiply the weights in the order `W1 @ W2`. The layer that comes second belongs on the
    left, because each new weight pairs a row of `W2` with a column of `W1`. Use `W2 @ W1`.
    """
    return W1 @ W2, W2 @ b1 + b2


@mistake("relu-kept", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You turn the negative numbers of `W1` and `b1` into 0, as a ReLU would. But these two layers
    are linear, so nothing is cut off, and weights may be negative anyway. Use both as they are.
    """
    return W2 @ np.maximum(W1, 0), W2 @ np.maximum(b1, 0) + b2


@mistake("relu-on-b1", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You turn the negative numbers of `b1` into 0, as a ReLU would. But these two layers are
    linear, so nothing is cut off between them. Send `b1` through the second layer as it is.
    """
    return W2 @ W1, W2 @ np.maximum(b1, 0) + b2


@mistake("transposed", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your `W` is transposed: it has a row for each input and a column for each output. It should
    be the other way around, as in every layer of this module. Return `W2 @ W1`.
    """
    return (W2 @ W1).T, W2 @ b1 + b2


@mistake("weights-added", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You add the two matrices. But on its way, an input is multiplied first by a weight of one
    layer and then by a weight of the other. So the matrices are multiplied, too: use `W2 @ W1`.
    """
    return W1 + W2, W2 @ b1 + b2
