def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (y - p) / len(x)
    d1 = np.dot(d2, W2)
    return np.dot(d1.T, x), np.sum(d1, axis=0), np.dot(d2.T, a1), np.sum(d2, axis=0)
