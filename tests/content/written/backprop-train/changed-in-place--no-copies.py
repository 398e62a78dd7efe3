def train(x, y, parameters, learning_rate, epochs, size):
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in parameters]
            backward(x[s : s + size], y[s : s + size], parameters, grads)
            for i, g in enumerate(grads):
                parameters[i] -= learning_rate * g
        losses.append(loss(x, y, parameters))
    return parameters, losses
