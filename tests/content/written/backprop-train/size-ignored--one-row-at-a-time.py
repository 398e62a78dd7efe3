def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for i in range(len(x)):
            grads = [np.zeros_like(p) for p in params]
            backward(x[i : i + 1], y[i : i + 1], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
