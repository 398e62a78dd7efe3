def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = [loss(x, y, values)]
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            values = [v - learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x, y, values))
    return values, losses
