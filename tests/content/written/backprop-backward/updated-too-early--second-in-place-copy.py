def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    dW2 = d2.T @ a1
    new_W2 = W2.copy()
    new_W2 -= 0.01 * dW2
    d1 = d2 @ new_W2
    d1[z1 <= 0] = 0
    return d1.T @ x, d1.sum(0), dW2, d2.sum(0)
