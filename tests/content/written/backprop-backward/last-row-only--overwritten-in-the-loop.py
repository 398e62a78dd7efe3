def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    for i in range(n):
        d2 = (p[i] - y[i]) / n
        d1 = W2.T @ d2 * (z1[i] > 0)
        dW2, db2 = np.outer(d2, a1[i]), d2
        dW1, db1 = np.outer(d1, x[i]), d1
    return dW1, db1, dW2, db2
