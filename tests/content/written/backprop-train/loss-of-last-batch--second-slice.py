def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            rows = slice(s, s + size)
            g = [np.zeros_like(v) for v in values]
            backward(x[rows], y[rows], values, g)
            values = [v - learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x[rows], y[rows], values))
    return values, losses
