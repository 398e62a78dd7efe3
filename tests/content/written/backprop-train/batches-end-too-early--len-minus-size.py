def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x) - size, size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            params = [p - learning_rate * g for p, g in zip(params, grads)]
        losses.append(loss(x, y, params))
    return params, losses
