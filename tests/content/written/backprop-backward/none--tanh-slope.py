def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (1 - a1**2)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)
