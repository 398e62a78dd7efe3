def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            gW1, gb1, gW2, gb2 = (np.zeros_like(p) for p in (W1, b1, W2, b2))
            backward(x[s : s + size], y[s : s + size], (W1, b1, W2, b2), (gW1, gb1, gW2, gb2))
            W1 -= learning_rate * gW1
            W2 -= learning_rate * gW2
        losses.append(loss(x, y, (W1, b1, W2, b2)))
    return [W1, b1, W2, b2], losses
