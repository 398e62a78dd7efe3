def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    rate = 0.1
    return W1 - rate * d1.T @ x, b1 - rate * d1.sum(axis=0), W2 - rate * d2.T @ a1, b2 - rate * d2.sum(axis=0)
