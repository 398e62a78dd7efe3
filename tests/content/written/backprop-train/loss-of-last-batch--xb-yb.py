def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for k in range(len(params)):
                params[k] -= learning_rate * grads[k]
        losses.append(loss(xb, yb, params))
    return params, losses
