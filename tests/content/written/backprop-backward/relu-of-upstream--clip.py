def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    da1 = dz2 @ W2
    da1[da1 < 0] = 0
    return da1.T @ x, da1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)
