import nn


def predict(z):
    """Return each example's predicted class, and the probability of that class.

    z (n, classes): the logits
    returns predictions (n,), whole numbers from 0, and probabilities (n,), from 0 to 1
    """
    p = nn.softmax(z)  # (n, classes)
    return p.argmax(axis=1), p.max(axis=1)
