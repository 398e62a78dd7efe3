def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    da1 = np.dot(dz2, W2)
    dz1 = da1 * (z2 > 0)
    return np.dot(dz1.T, x), dz1.sum(0), np.dot(dz2.T, a1), dz2.sum(0)
