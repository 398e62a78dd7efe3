def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n, h, c, d = len(x), len(b1), len(b2), x.shape[1]
    dW1, db1, dW2, db2 = np.zeros((h, d)), np.zeros(h), np.zeros((c, h)), np.zeros(c)
    for i in range(n):
        for k in range(c):
            error = (p[i, k] - y[i, k]) / n
            db2[k] += error
            for j in range(h):
                dW2[k, j] += error * a1[i, j]
                if z1[i, j] > 0:
                    db1[j] += error * W2[k, j]
                    for q in range(d):
                        dW1[j, q] += error * W2[k, j] * x[i, q]
    return dW1, db1, dW2, db2
