def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    g1, g2, g3, g4 = [np.zeros_like(p) for p in parameters]
    losses = []
    for epoch in range(epochs):
        start = 0
        while start < len(x):
            backward(x[start : start + size], y[start : start + size], [W1, b1, W2, b2], [g1, g2, g3, g4])
            W1 -= learning_rate * g1
            b1 -= learning_rate * g2
            W2 -= learning_rate * g3
            b2 -= learning_rate * g4
            start += size
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses
