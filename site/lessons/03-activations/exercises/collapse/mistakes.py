import numpy as np

from course.exercises.exercise import mistake


@mistake("b1-forgotten", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your b is b2 alone. The first layer's bias does not get lost: the second layer turns it into
    `b1 @ W2.T`.
    """
    return W2 @ W1, b2


@mistake("b2-forgotten", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your b lacks the second layer's own bias: it is `b1 @ W2.T + b2`."""
    return W2 @ W1, W2 @ b1


@mistake("b2-multiplied", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You send b2 through W2 as well. It is added after the second layer's weights have done their
    work: `b1 @ W2.T + b2`.
    """
    return W2 @ W1, W2 @ (b1 + b2)


@mistake("bias-left-out", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your W is right, but b is all zeros: the two biases together are `b1 @ W2.T + b2`."""
    return W2 @ W1, np.zeros(len(W2))


@mistake("biases-added", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You add the two biases. But b1 goes through the second layer too, and comes out
    as `b1 @ W2.T`.
    """
    return W2 @ W1, b1 + b2


@mistake("element-by-element", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You multiply with `*`, number by number. One layer behind the other is the matrix product,
    `W2 @ W1`.
    """
    return W2 * W1, W2 @ b1 + b2


@mistake("order-and-biases", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Two things: the second layer's weights go on the left, `W2 @ W1`, and b1 goes through the
    second layer before b2 is added, `b1 @ W2.T + b2`.
    """
    return W1 @ W2, b1 + b2


@mistake("order-of-results", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Both parts are right, but you return b before W: `return W, b`."""
    return W2 @ b1 + b2, W2 @ W1


@mistake("product-order", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You multiply `W1 @ W2`. The layer that comes second stands on the left, `W2 @ W1`: (out,
    hidden) times (hidden, in) is (out, in).
    """
    return W1 @ W2, W2 @ b1 + b2


@mistake("relu-kept", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You have put a ReLU on W1 and b1. These layers have no activation; and a ReLU acts on z,
    never on weights.
    """
    return W2 @ np.maximum(W1, 0), W2 @ np.maximum(b1, 0) + b2


@mistake("relu-on-b1", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You bend b1 with a ReLU before W2 gets it. These two layers have no activation:
    `b1 @ W2.T + b2`.
    """
    return W2 @ W1, W2 @ np.maximum(b1, 0) + b2


@mistake("transposed", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """Your W is transposed: rows and columns have changed places. Each row belongs to one output:
    `W2 @ W1`.
    """
    return (W2 @ W1).T, W2 @ b1 + b2


@mistake("weights-added", see="#two-linear-layers-are-one")
def collapse(W1, b1, W2, b2):
    """You add the weights. Layers stand one behind the other, so their matrices
    multiply: `W2 @ W1`.
    """
    return W1 + W2, W2 @ b1 + b2
