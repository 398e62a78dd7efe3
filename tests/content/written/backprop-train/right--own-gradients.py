def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for i in range(0, x.shape[0], size):
            xb, yb = x[i : i + size], y[i : i + size]
            z1, a1, z2, p = forward(xb, W1, b1, W2, b2)
            d2 = p - yb
            d1 = d2 @ W2
            d1[z1 <= 0] = 0
            step = learning_rate / len(xb)
            W2 -= step * d2.T @ a1
            b2 -= step * d2.sum(axis=0)
            W1 -= step * d1.T @ xb
            b1 -= step * d1.sum(axis=0)
        losses.append(loss(x, y, (W1, b1, W2, b2)))
    return (W1, b1, W2, b2), losses
