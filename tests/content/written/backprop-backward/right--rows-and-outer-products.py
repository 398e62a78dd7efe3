def backward(x, y, W1, b1, W2, b2):
    dW1, db1 = np.zeros_like(W1), np.zeros_like(b1)
    dW2, db2 = np.zeros_like(W2), np.zeros_like(b2)
    n = len(x)
    for i in range(n):
        z1, a1, z2, p = forward(x[i : i + 1], W1, b1, W2, b2)
        d2 = (p - y[i])[0]
        d1 = W2.T.dot(d2)
        d1[z1[0] <= 0] = 0
        dW2 += np.outer(d2, a1[0])
        db2 += d2
        dW1 += np.outer(d1, x[i])
        db1 += d1
    return dW1 / n, db1 / n, dW2 / n, db2 / n
