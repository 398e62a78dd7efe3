import numpy as np


def forward(x, W1, b1, W2, b2):
    n, hidden, classes = len(x), len(b1), len(b2)
    out = np.zeros((n, classes))
    for i in range(n):
        a = np.zeros(hidden)
        for j in range(hidden):
            s = b1[j]
            for k in range(x.shape[1]):
                s += W1[j, k] * x[i, k]
            a[j] = max(s, 0)
        for c in range(classes):
            out[i, c] = b2[c] + (a * W2[c]).sum()
    return out
