def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            if len(xb) < size:
                break
            g = [np.zeros_like(p) for p in parameters]
            backward(xb, yb, new, g)
            for p, d in zip(new, g):
                p -= learning_rate * d
        losses.append(loss(x, y, new))
    return new, losses
