def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(np.array_split(x, size), np.array_split(y, size)):
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
