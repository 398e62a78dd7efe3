def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    delta = p - y
    back = delta @ W2
    masked = back.copy()
    masked[z1 <= 0] = 0
    return masked.T @ x, back.sum(axis=0), delta.T @ a1, delta.sum(axis=0)
