def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    dW2 = np.zeros_like(W2)
    for k in range(dW2.shape[0]):
        for j in range(dW2.shape[1]):
            dW2[k, j] = sum((p[i, k] - y[i, k]) * z1[i, j] for i in range(n)) / n
    d2 = (p - y) / n
    d1 = (d2 @ W2) * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), dW2, d2.sum(axis=0)
