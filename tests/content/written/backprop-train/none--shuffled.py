def train(x, y, parameters, learning_rate, epochs, size):
    rng = np.random.default_rng(0)
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for s in range(0, len(x), size):
            rows = order[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(x[rows], y[rows], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
