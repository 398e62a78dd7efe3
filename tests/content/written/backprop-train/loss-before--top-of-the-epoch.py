def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        losses.append(loss(x, y, params))
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for k in range(len(params)):
                params[k] -= learning_rate * grads[k]
    return params, losses
