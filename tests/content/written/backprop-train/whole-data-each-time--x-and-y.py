def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    params = [W1, b1, W2, b2]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x, y, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
