import numpy as np


def softmax(z):
    out = z.astype(float).copy()
    for i in range(len(z)):
        out[i] = np.exp(out[i] - min(out[i]))
        out[i] /= sum(out[i])
    return out
