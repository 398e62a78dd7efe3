"""You raise 2 to the logits. It gives probabilities, but milder ones than softmax, whose base is
e: `np.exp`.

See: #from-two-classes-to-ten
"""


def softmax(z):
    e = 2 ** (z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
