def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    xr, yr = x[::-1], y[::-1]
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(xr[s : s + size], yr[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
