def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    g = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for one in g:
            one.fill(0)
        for s in range(0, len(x), size):
            backward(x[s : s + size], y[s : s + size], new, g)
            new = [p - learning_rate * d for p, d in zip(new, g)]
        losses.append(loss(x, y, new))
    return new, losses
