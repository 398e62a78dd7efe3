import nn


def predict(z):
    """Return the likeliest class of every example, and its probability.

    z (n, classes) -> labels (n,), whole numbers from 0, and confidence (n,), each from 0 to 1
    """
    p = nn.softmax(z)  # (n, classes)
    return p.argmax(axis=1), p.max(axis=1)
