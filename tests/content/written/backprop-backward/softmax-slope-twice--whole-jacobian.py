def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = np.zeros_like(p)
    for i in range(len(x)):
        jacobian = np.diag(p[i]) - np.outer(p[i], p[i])
        dz2[i] = jacobian @ (p[i] - y[i]) / len(x)
    dz1 = (dz2 @ W2) * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)
