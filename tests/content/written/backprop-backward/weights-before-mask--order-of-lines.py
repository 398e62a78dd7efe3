def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    g = (p - y) / len(x)
    dW2 = g.T.dot(a1)
    db2 = np.sum(g, axis=0)
    g = g.dot(W2)
    dW1 = g.T.dot(x)
    g[z1 <= 0] = 0
    db1 = np.sum(g, axis=0)
    return dW1, db1, dW2, db2
