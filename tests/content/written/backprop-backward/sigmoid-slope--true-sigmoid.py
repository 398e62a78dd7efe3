def sigmoid(v):
    return 1 / (1 + np.exp(-v))


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    s = sigmoid(z1)
    d1 = np.matmul(d2, W2) * (s - s**2)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)
