def backward(x, y, W1, b1, W2, b2):
    Z1, A1, Z2, P = (m.T for m in forward(x, W1, b1, W2, b2))
    X, Y = x.T, y.T
    m = X.shape[1]
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), A1 > 0)
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1.ravel(), dW2, db2.ravel()
