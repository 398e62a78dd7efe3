"""You give everything to one class, the likeliest, and 0 to the others. Softmax is the soft form
of that: each class keeps a share that falls with its distance.

See: #from-two-classes-to-ten
"""

import nn


def softmax(z):
    return (z == z.max(axis=1, keepdims=True)).astype(float)


def one_of_equals(z):
    return nn.one_hot(z.argmax(axis=1), z.shape[1])


FORMS = [one_of_equals]
