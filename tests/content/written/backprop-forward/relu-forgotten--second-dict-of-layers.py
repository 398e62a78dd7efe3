import numpy as np


def forward(x, W1, b1, W2, b2):
    values = [x]
    for W, b in ((W1, b1), (W2, b2)):
        values.append(np.matmul(values[-1], W.T) + b)
    _, h, s = values
    e = np.exp(s - s.max(axis=1)[:, None])
    return h, h, s, e / e.sum(axis=1)[:, None]
