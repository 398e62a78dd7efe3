def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            for g in gradients:
                g = np.zeros_like(g)
            xb = x[start : start + size]
            yb = y[start : start + size]
            backward(xb, yb, parameters, gradients)
            for p, g in zip(parameters, gradients):
                p -= learning_rate * g
        losses.append(loss(x, y, parameters))
    return parameters, losses
