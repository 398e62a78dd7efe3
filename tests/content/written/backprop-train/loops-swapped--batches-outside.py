def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for s in range(0, len(x), size):
        for _ in range(epochs):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
            losses.append(loss(x, y, params))
    return params, losses
