def update(values, g, rate=1.0):
    return [v - rate * d for v, d in zip(values, g)]


def train(x, y, parameters, learning_rate, epochs, size):
    values = parameters
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            values = update(values, g)
        losses.append(loss(x, y, values))
    return values, losses
