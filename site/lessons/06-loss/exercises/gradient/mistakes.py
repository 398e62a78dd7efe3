import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("divided-by-all", see="#mean-or-sum")
def gradient(z, y):
    """You divide by the number of all logits. There's one loss per row, so the mean counts rows,
    not classes. Divide by the number of rows, `len(y)`.
    """
    return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / z.size


@mistake("divided-by-classes", see="#mean-or-sum")
def gradient(z, y):
    """You divide by the number of classes. There's one loss per row, so the mean counts rows, not
    classes. Divide by the number of rows, `len(y)`.
    """
    return (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / z.shape[1]


@mistake("doubled", see="#why-not-squared-error")
def gradient(z, y):
    """Your gradient is twice as large as it should be. A factor of 2 would come from squaring, but
    cross-entropy squares nothing. Return p − Y, divided by the number of rows, without another
    factor.
    """
    return 2 * (nn.softmax(z) - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("label-not-one-hot", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You subtract the label's number from each class in its row. But that number is only the name
    of a class. Subtract a one-hot row instead, 1 at the true class and 0 elsewhere: `nn.one_hot(y,
    z.shape[1])`.
    """
    return (nn.softmax(z) - y[:, None]) / len(y)


@mistake("labels-for-every-row", see="#what-the-true-class-costs")
def gradient(z, y):
    """In each row you subtract 1 at the labels of all the rows. An index like `[:, y]` does that,
    because it picks whole columns. Row i needs only its own label: use `[np.arange(len(y)), y]`.
    """
    p = nn.softmax(z)
    p[:, y] -= 1
    return p / len(y)


@mistake("not-divided", see="#mean-or-sum")
def gradient(z, y):
    """You don't divide by the batch size, so n rows give a gradient that's n times too large. The
    loss is the mean over the rows. Divide by their number, `len(y)`.
    """
    return nn.softmax(z) - nn.one_hot(y, z.shape[1])


@mistake("one-hot-missing", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You return the probabilities, divided by the batch size, so the labels play no part. At the
    true class, the slope is the probability minus 1. Subtract the one-hot rows before you divide.
    """
    return nn.softmax(z) / len(y)


@mistake("others-left-out", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """Your slopes are right at the true class but 0 everywhere else. A wrong class has a slope too,
    its probability: raise its logit, and the loss grows. Keep p in the other columns, and subtract
    1 in the true one only.
    """
    wanted = nn.one_hot(y, z.shape[1])
    return (nn.softmax(z) - 1) * wanted / len(y)


@mistake("overflow", see="#breaking-it-and-the-cure")
def gradient(z, y):
    """Your formula is right on paper, but your softmax overflows for logits near 1000. Use
    `nn.softmax`, which is safe: it subtracts each row's largest logit before the exponential.
    """
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return (p - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("sigmoid-per-class", see="#from-two-classes-to-ten")
def gradient(z, y):
    """You send each logit through a sigmoid by itself. Here the probabilities come from softmax, so
    the classes of a row share a total of 1. Use `nn.softmax(z)` instead.
    """
    return (nn.sigmoid(z) - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("sign-and-not-divided", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """Two things are wrong: your slopes have the wrong sign, and they aren't divided by the batch
    size. Start with the sign. The gradient is p − Y, in this order.
    """
    return nn.one_hot(y, z.shape[1]) - nn.softmax(z)


@mistake("sign", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """Your gradient has the wrong sign. You return the direction of a step downhill, but the
    gradient itself points uphill: at the true class it's negative. Return p − Y, in this order.
    """
    return (nn.one_hot(y, z.shape[1]) - nn.softmax(z)) / len(y)


@mistake("slope-at-p", see="#why-not-squared-error")
def gradient(z, y):
    """You return the slope of the loss at the probabilities: for one example, −1/p at the true
    class. We want the slope at the logits, so it still has to go back through softmax. For one
    example, that makes it p − Y.
    """
    return -nn.one_hot(y, z.shape[1]) / np.maximum(nn.softmax(z), 1e-12) / len(y)


@mistake("slope-of-softmax", see="#why-not-squared-error")
def gradient(z, y):
    """You multiply by p(1 − p). That factor belongs to softmax, and in the slope at the logits it
    has canceled already. Return p − Y, divided by the number of rows, without another factor.
    """
    p = nn.softmax(z)
    return (p - nn.one_hot(y, z.shape[1])) * p * (1 - p) / len(y)


@mistake("softmax-forgotten", see="#the-gradient-is-p-minus-y")
def gradient(z, y):
    """You subtract the labels from the logits. But the gradient compares the labels with
    probabilities, so softmax has to come first. Use `nn.softmax(z)` instead of `z`.
    """
    return (z - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("squared-error", see="#why-not-squared-error")
def gradient(z, y):
    """You return the gradient of the squared error. It fades when the network is confidently wrong,
    so the worst mistakes teach it the least. For cross-entropy, return p − Y, divided by the number
    of rows.
    """
    p = nn.softmax(z)
    return nn.softmax_backward(2 * (p - nn.one_hot(y, z.shape[1])), p) / len(y)


@mistake("summed-over-batch", see="#mean-or-sum")
def gradient(z, y):
    """You add up the rows, so only one is left. Each row has its own logits, and each logit needs
    its own slope. Leave the sum out, and keep the shape of `z`.
    """
    return nn.cross_entropy_gradient(z, y).sum(axis=0)


@mistake("wrong-axis", see="#what-the-true-class-costs")
def gradient(z, y):
    """Your softmax works down the columns, so it mixes different images. The classes of one image
    are in its row. Use `nn.softmax(z)`, which works along each row.
    """
    return (nn.softmax(z.T).T - nn.one_hot(y, z.shape[1])) / len(y)


@mistake("whole-rows", see="#what-the-true-class-costs")
def gradient(z, y):
    """You subtract 1 from whole rows, because a single index, as in `[y]`, stands for a row. You
    need one entry in each row, the true class. Use two indices: `[np.arange(len(y)), y]`.
    """
    p = nn.softmax(z)
    p[y] = p[y] - 1
    return p / len(z)
