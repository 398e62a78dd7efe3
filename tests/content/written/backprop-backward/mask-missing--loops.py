def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    dW1, db1, dW2, db2 = (np.zeros_like(t) for t in (W1, b1, W2, b2))
    for i in range(n):
        for k in range(len(b2)):
            error = (p[i, k] - y[i, k]) / n
            db2[k] += error
            for j in range(len(b1)):
                dW2[k, j] += error * a1[i, j]
                db1[j] += error * W2[k, j]
                dW1[j] += error * W2[k, j] * x[i]
    return dW1, db1, dW2, db2
