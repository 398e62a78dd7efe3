def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x + 0.01 * W1, d1.sum(axis=0), d2.T @ a1 + 0.01 * W2, d2.sum(axis=0)
