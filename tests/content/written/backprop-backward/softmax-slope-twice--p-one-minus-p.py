def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    loss_slope = (p - y) / len(x)
    softmax_slope = p - p * p
    dz2 = np.multiply(loss_slope, softmax_slope)
    dz1 = np.multiply(dz2 @ W2, z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)
