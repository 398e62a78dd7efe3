def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = x.shape[0]
    error = y - p
    dW2 = np.dot(error.T, a1) / n
    db2 = error.mean(axis=0)
    hidden_error = np.dot(error, W2)
    hidden_error[z1 <= 0] = 0
    dW1 = np.dot(hidden_error.T, x) / n
    db1 = hidden_error.mean(axis=0)
    return dW1, db1, dW2, db2
