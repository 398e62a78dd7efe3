def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    db2 = [[(p[i, k] - y[i, k]) / n for k in range(len(b2))] for i in range(n)]
    d2 = np.array(db2)
    db1 = [[d2[i] @ W2[:, j] if z1[i, j] > 0 else 0.0 for j in range(len(b1))] for i in range(n)]
    return np.array(db1).T @ x, np.array(db1), d2.T @ a1, d2
