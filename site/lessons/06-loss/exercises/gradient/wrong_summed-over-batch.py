"""You add the rows up. Every row has its own logits, so the gradient keeps their shape (n,
classes).

See: #mean-or-sum
"""

import nn


def gradient(z, y):
    return nn.cross_entropy_gradient(z, y).sum(axis=0)
