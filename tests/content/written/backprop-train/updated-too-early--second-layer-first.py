def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            z1, a1, z2, p = forward(xb, W1, b1, W2, b2)
            d2 = (p - yb) / len(xb)
            W2 = W2 - learning_rate * d2.T @ a1
            b2 = b2 - learning_rate * d2.sum(axis=0)
            d1 = d2 @ W2 * (z1 > 0)
            W1 = W1 - learning_rate * d1.T @ xb
            b1 = b1 - learning_rate * d1.sum(axis=0)
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses
