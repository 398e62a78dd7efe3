def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    history = []
    epoch = 0
    while epoch <= epochs:
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        history.append(loss(x, y, params))
        epoch += 1
    return params, history
