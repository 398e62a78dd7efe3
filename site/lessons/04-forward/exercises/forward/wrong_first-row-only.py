"""You return one row. The same two lines compute every row of the batch: keep them all.

See: #the-batch
"""

import numpy as np

import nn


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x[:1] @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)[0]


def as_a_batch_of_one(*arguments):
    return forward(*arguments)[None]


FORMS = [as_a_batch_of_one]
