def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    m = len(x)
    dz2 = (p - y) / m
    da1 = np.dot(dz2, W2.T)
    dz1 = np.where(z1 > 0, da1, 0)
    return np.dot(dz1.T, x), dz1.sum(0), np.dot(dz2.T, a1), dz2.sum(0)
