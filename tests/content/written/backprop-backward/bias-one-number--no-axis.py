def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, np.sum(d1), d2.T @ a1, np.sum(d2)
