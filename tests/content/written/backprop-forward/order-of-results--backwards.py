import numpy as np


def forward(x, W1, b1, W2, b2):
    h = x @ W1.T + b1
    r = np.maximum(h, 0)
    s = r @ W2.T + b2
    e = np.exp(s - s.max(axis=1, keepdims=True))
    q = e / e.sum(axis=1, keepdims=True)
    return q, s, r, h
