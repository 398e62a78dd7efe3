import numpy as np


def forward(x, W1, b1, W2, b2):
    """Return z1, a1 (n, hidden) and z2, p (n, classes)."""
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


def loss(x, y, parameters):
    """Return the mean loss on all rows, a number."""
    W1, b1, W2, b2 = parameters
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    return -np.log((p * y).sum(axis=1)).mean()


def backward(x, y, parameters, gradients):
    """ADD the gradients of one batch to the arrays in `gradients`, as PyTorch does."""
    W1, b1, W2, b2 = parameters
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = (dz2 @ W2) * (z1 > 0)
    gradients[0] += dz1.T @ x
    gradients[1] += dz1.sum(axis=0)
    gradients[2] += dz2.T @ a1
    gradients[3] += dz2.sum(axis=0)


def train(x, y, parameters, learning_rate, epochs, size):
    """Return (parameters, losses) after some epochs of gradient descent.

    x (n, in), y (n, classes): the data, y one-hot, the lesson's Y. parameters: [W1, b1, W2, b2];
    don't change them, work on copies. Each epoch takes the rows in order, `size` at a time (the
    last batch may be smaller), and makes one update per batch.
    returns the new parameters, and losses: the loss on all rows after each epoch
    """
    parameters = [array.copy() for array in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            gradients = [np.zeros_like(array) for array in parameters]
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for k in range(len(parameters)):
                parameters[k] -= learning_rate * gradients[k]
        losses.append(loss(x, y, parameters))
    return parameters, losses
