def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    db2 = np.array([sum(row) for row in d2])
    db1 = np.array([sum(row) for row in d1])
    return d1.T @ x, db1, d2.T @ a1, db2
