def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = 0, 0, 0, 0
    for i in range(len(x)):
        d2 = p[i] - y[i]
        d1 = (W2.T @ d2) * (z1[i] > 0)
        dW2 = dW2 + np.outer(d2, a1[i])
        db2 = db2 + d2
        dW1 = dW1 + np.outer(d1, x[i])
        db1 = db1 + d1
    return dW1, db1, dW2, db2
