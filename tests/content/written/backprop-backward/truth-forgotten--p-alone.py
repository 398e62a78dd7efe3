def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(y)
    dW2 = np.zeros(W2.shape)
    for i in range(n):
        dW2 += np.outer(p[i], a1[i]) / n
    db2 = p.mean(axis=0)
    d1 = np.where(z1 > 0, p @ W2, 0.0) / n
    return d1.T @ x, d1.sum(axis=0), dW2, db2
