def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    d2 = p - y
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x / n, d1.sum(axis=0), d2.T @ a1 / n, d2.sum(axis=0)
