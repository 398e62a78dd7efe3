def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2
    d1[a1 == 0] = 0
    weights = [d.T @ v for d, v in ((d1, x), (d2, a1))]
    biases = [d.sum(axis=0) for d in (d1, d2)]
    return weights + biases
