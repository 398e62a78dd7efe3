import numpy as np


def softmax(z):
    p = np.zeros(z.shape)
    for i, best in enumerate(np.argmax(z, axis=1)):
        p[i, best] = 1.0
    return p
