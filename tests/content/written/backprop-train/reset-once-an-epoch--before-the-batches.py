def train(x, y, parameters, learning_rate, epochs, size):
    current = [p.copy() for p in parameters]
    losses = []
    for epoch in range(epochs):
        grads = [np.zeros(p.shape) for p in current]
        i = 0
        while i < len(x):
            backward(x[i : i + size], y[i : i + size], current, grads)
            current = [p - learning_rate * g for p, g in zip(current, grads)]
            i += size
        losses.append(loss(x, y, current))
    return current, losses
