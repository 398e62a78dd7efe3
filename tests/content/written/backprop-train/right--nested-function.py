def train(x, y, parameters, learning_rate, epochs, size):
    import copy

    new = copy.deepcopy(parameters)
    losses = []

    def one_update(rows):
        grads = [0.0 * p for p in new]
        backward(x[rows], y[rows], new, grads)
        for k, g in enumerate(grads):
            new[k] = new[k] - learning_rate * g

    order = np.arange(len(x))
    for _ in range(epochs):
        for k in range(0, len(order), size):
            one_update(order[k : k + size])
        losses += [loss(x, y, new)]
    return new, losses
