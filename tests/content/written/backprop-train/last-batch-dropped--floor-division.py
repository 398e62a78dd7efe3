def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    batches = len(x) // size
    for _ in range(epochs):
        for b in range(batches):
            rows = slice(b * size, (b + 1) * size)
            grads = [np.zeros_like(p) for p in params]
            backward(x[rows], y[rows], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
