import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def step(x, y, W1, b1, W2, b2, learning_rate):
    """Return the new W1, b1, W2, b2 after one update; the hidden layer is a sigmoid.

    x (n, in), y (n, classes): one-hot, the lesson's Y; the loss is the mean over the n rows
    W1 (hidden, in), b1 (hidden,), W2 (classes, hidden), b2 (classes,)
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2
