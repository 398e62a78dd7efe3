def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    speed = [np.zeros_like(p) for p in params]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, v, g in zip(params, speed, grads):
                v *= 0.9
                v += g
                p -= learning_rate * v
        losses.append(loss(x, y, params))
    return params, losses
