def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    count = -(-len(x) // size)
    for _ in range(epochs):
        for b in range(count):
            grads = [np.zeros_like(p) for p in params]
            backward(x[b::count], y[b::count], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
