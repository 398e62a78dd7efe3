def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            for v, d in zip(values, g):
                if v.ndim == 2:
                    v -= learning_rate * d
        losses.append(loss(x, y, values))
    return values, losses
