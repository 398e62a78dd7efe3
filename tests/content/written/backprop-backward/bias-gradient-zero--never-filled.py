def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    db1, db2 = np.zeros(len(b1)), np.zeros(len(b2))
    d = (p - y) / len(x)
    dW2 = np.dot(d.T, a1)
    d = np.dot(d, W2)
    d[z1 < 0] = 0
    dW1 = np.dot(d.T, x)
    return dW1, db1, dW2, db2
