"""You give everything to the largest logit. Softmax is the soft form of that: the others keep a
share that falls with their distance.

See: #from-two-classes-to-ten
"""


def softmax(z):
    return (z == z.max(axis=1, keepdims=True)).astype(float)
