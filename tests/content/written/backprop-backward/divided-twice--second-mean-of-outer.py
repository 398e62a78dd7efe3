def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    dW2 = np.mean([np.outer(d, a) for d, a in zip(d2, a1)], axis=0)
    dW1 = np.mean([np.outer(d, v) for d, v in zip(d1, x)], axis=0)
    return dW1, d1.mean(axis=0), dW2, d2.mean(axis=0)
