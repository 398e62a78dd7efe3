import numpy as np


def forward(x, W1, b1, W2, b2):
    a = [[max(0.0, sum(r * w)) for w in W1] for r in x]
    z = np.array([[np.dot(h, w) for w in W2] for h in a])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
