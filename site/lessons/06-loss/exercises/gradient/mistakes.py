import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("divided-by-all", see="#mean-or-sum")
def gradient(z, y):
    """You divide by the number of all logits. There is one loss a row, so the mean
    divides by n alone.
    """
    return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / z.size


@mistake("divided-by-classes", see="#mean-or-sum")
def gradient(z, y):
    """You divide by the number of classes. The mean is taken over the rows: divide by
    n, `len(y)`.
    """
    return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / z.shape[1]


@mistake("doubled", see="#why-not-squared-error")
def gradient(z, y):
    """Your gradient is twice too large. The factor 2 belongs to the squared error; here it is p -
    y, divided by n.
    """
    return 2 * (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("label-not-one-hot", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You subtract the label itself, as a number, from every class of its row. y in p - y is the
    one-hot row: 1 for the true class, 0 for the others.
    """
    return (nn.softmax(z) - y[:, None]) / len(y)


@mistake("labels-for-every-row", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """`p[:, y] -= 1` subtracts in the columns of all labels, in every row. Row i needs its own
    label alone: `p[np.arange(len(y)), y] -= 1`.
    """
    p = nn.softmax(z)
    p[:, y] -= 1
    return p / len(y)


@mistake("not-divided", see="#mean-or-sum")
def gradient(z, y):
    """You do not divide by the size of the batch. The loss is the mean over the rows, so each row's
    share of the slope is 1/n.
    """
    return nn.softmax(z) - nn.one_hot(y, z.shape[1])


@mistake("one-hot-missing", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You return p / n; nothing says which class is true. Subtract 1 from the true class's
    probability in each row.
    """
    return nn.softmax(z) / len(y)


@mistake("others-left-out", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """Your gradient is right for the true class and 0 for all others. The wrong classes have a
    slope too, their p: raising one of them takes probability from the true class.
    """
    wanted = nn.one_hot(y, z.shape[1])
    return (nn.softmax(z) - 1) * wanted / len(y)


@mistake("overflow", see="#breaking-it-and-the-cure")
def gradient(z, y):
    """Your formula is right on paper, but your own softmax overflows for logits near 1000. Take the
    row's largest logit off first, or call `nn.softmax`.
    """
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return (p - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("sigmoid-per-class", see="#from-two-classes-to-ten")
def gradient(z, y):
    """You take the sigmoid of each class alone. The probabilities here come from softmax, which
    compares the classes of a row.
    """
    return (nn.sigmoid(z) - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("sign-and-not-divided", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """Two things at once: you return y - p, and you do not divide by the size of the batch. The
    gradient of the mean is (p - y) / n.
    """
    return nn.one_hot(y, z.shape[1]) - nn.softmax(z)


@mistake("sign", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You return y - p. That is the direction in which a step of gradient descent goes; the
    gradient itself is p - y, since the loss falls when the true logit rises.
    """
    return (nn.one_hot(y, z.shape[1]) - nn.softmax(z)) / len(y)


@mistake("slope-at-p", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You return the slope of the loss with respect to the probabilities, -1/p for the true class.
    It still has to go back through softmax, and then it becomes p - y.
    """
    return -nn.one_hot(y, z.shape[1]) / np.maximum(nn.softmax(z), 1e-12) / len(y)


@mistake("slope-of-softmax", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You multiply by p (1 - p), the slope of a sigmoid. It has cancelled already: p - y is the
    whole gradient with respect to z.
    """
    p = nn.softmax(z)
    return (p - nn.one_hot(y, z.shape[1])) * p * (1 - p) / len(y)


@mistake("softmax-forgotten", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You subtract y from the logits. The formula has the probabilities: softmax first."""
    return (z - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("squared-error", see="#why-not-squared-error")
def gradient(z, y):
    """You return the gradient of the squared error, carried back through softmax. It fades where
    the network is surely wrong; cross-entropy's is p - y.
    """
    p = nn.softmax(z)
    return nn.softmax_backward(2 * (p - nn.one_hot(y, z.shape[1])), p) / len(y)


@mistake("summed-over-batch", see="#mean-or-sum")
def gradient(z, y):
    """You add the rows up. Every row has its own logits, so the gradient keeps their
    shape (n, classes).
    """
    return nn.cross_entropy_gradient(z, y).sum(axis=0)


@mistake("wrong-axis", see="#from-two-classes-to-ten")
def gradient(z, y):
    """Your softmax runs down the columns. The classes of one image lie along its row:
    the last axis.
    """
    return (nn.softmax(z.T).T - nn.one_hot(y, z.shape[1])) / len(y)
