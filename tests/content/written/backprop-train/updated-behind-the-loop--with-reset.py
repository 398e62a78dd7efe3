def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, grads)
        for v, g in zip(values, grads):
            v -= learning_rate * g
        losses.append(loss(x, y, values))
    return values, losses
