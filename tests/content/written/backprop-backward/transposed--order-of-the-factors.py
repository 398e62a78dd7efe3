def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.matmul(d2, W2) * (a1 > 0)
    return np.matmul(x.T, d1), d1.sum(axis=0), np.matmul(a1.T, d2), d2.sum(axis=0)
