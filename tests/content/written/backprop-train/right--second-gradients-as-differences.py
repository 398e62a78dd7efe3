def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    total = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            before = [t.copy() for t in total]
            backward(x[s : s + size], y[s : s + size], new, total)
            for p, t, b in zip(new, total, before):
                p -= learning_rate * (t - b)
        losses.append(loss(x, y, new))
    return tuple(new), losses
