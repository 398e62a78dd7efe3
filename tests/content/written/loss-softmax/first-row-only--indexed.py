import numpy as np


def softmax(z):
    logits = z[0]
    e = np.exp(logits - logits.max())
    return e / e.sum()
