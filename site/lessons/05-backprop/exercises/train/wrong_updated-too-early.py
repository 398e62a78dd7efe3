"""You update one array before the gradient of another is taken: the gradients no longer belong to
the same point. Take all four gradients first, then make all four updates.

See: #the-update
"""

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


def loss(x, y, parameters):
    p = forward(x, *parameters)[-1]
    return -np.log((p * y).sum(axis=1)).mean()


def backward(x, y, parameters, gradients):
    W1, b1, W2, b2 = parameters
    z1, a1, z2, p = forward(x, *parameters)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * (z1 > 0)
    found = dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)
    for gradient, new in zip(gradients, found, strict=True):
        gradient += new


def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            for i in (3, 2, 1, 0):
                gradients = [np.zeros_like(p) for p in parameters]
                backward(x[start : start + size], y[start : start + size], parameters, gradients)
                parameters[i] -= learning_rate * gradients[i]
        losses.append(loss(x, y, parameters))
    return parameters, losses


def layer_by_layer(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            rows, labels = x[start : start + size], y[start : start + size]
            z1, a1, _, p = forward(rows, W1, b1, W2, b2)
            dz2 = (p - labels) / len(rows)
            W2 -= learning_rate * dz2.T @ a1
            b2 -= learning_rate * dz2.sum(axis=0)
            dz1 = dz2 @ W2 * (z1 > 0)
            W1 -= learning_rate * dz1.T @ rows
            b1 -= learning_rate * dz1.sum(axis=0)
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses


FORMS = [layer_by_layer]
