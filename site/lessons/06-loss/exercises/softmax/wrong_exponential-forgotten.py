"""You divide the logits themselves by their sum. A logit may be negative, a probability may not:
`exp` comes first.

See: #from-two-classes-to-ten
"""


def softmax(z):
    return z / z.sum(axis=1, keepdims=True)
