def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    g = (p - y) / len(x)
    dW2, db2 = g.T @ a1, g
    g = g @ W2
    g[z1 <= 0] = 0
    dW1, db1 = g.T @ x, g
    return dW1, db1, dW2, db2
