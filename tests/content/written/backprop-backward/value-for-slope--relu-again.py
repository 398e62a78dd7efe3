def relu(v):
    return np.maximum(v, 0)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.dot(d2, W2) * relu(z1)
    return d1.T.dot(x), d1.sum(axis=0), d2.T.dot(a1), d2.sum(axis=0)
