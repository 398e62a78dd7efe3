def backward(x, y, W1, b1, W2, b2):
    learning_rate = 0.1
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    dW2 = d2.T @ a1
    db2 = d2.sum(axis=0)
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    d1 = (d2 @ W2) * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), dW2, db2
