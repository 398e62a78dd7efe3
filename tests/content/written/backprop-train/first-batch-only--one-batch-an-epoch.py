def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        xb, yb = x[0:size], y[0:size]
        grads = [np.zeros_like(v) for v in params]
        backward(xb, yb, params, grads)
        for p, g in zip(params, grads):
            p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
