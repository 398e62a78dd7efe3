def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    losses = [loss(x, y, new)]
    for e in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(p) for p in parameters]
            backward(x[s : s + size], y[s : s + size], new, g)
            new = [p - learning_rate * d for p, d in zip(new, g)]
        if e < epochs - 1:
            losses.append(loss(x, y, new))
    return new, losses
