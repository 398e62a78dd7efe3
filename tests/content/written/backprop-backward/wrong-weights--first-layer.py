def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / x.shape[0]
    dz1 = np.dot(dz2, W1) * (z1 > 0)
    return np.dot(dz1.T, x), dz1.sum(axis=0), np.dot(dz2.T, a1), dz2.sum(axis=0)
