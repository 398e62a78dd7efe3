"""Your formula is right on paper, but your own softmax overflows for logits near 1000. Take the
row's largest logit off first, or call `nn.softmax`.

See: #breaking-it-and-the-cure
"""

import numpy as np

import nn


def gradient(z, y):
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return (p - nn.one_hot(y, z.shape[1])) / len(y)
