def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for i in range(4):
                parameters[i] = parameters[i] - learning_rate * gradients[i]
        losses.append(loss(x, y, parameters))
    return parameters, losses
