def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for i in (2, 3):
                params[i] -= learning_rate * grads[i]
        losses.append(loss(x, y, params))
    return params, losses
