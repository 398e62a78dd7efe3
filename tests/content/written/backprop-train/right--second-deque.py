def chunks(n, size):
    rows = list(range(n))
    while rows:
        yield rows[:size]
        rows = rows[size:]


def train(x, y, parameters, learning_rate, epochs, size):
    current = [np.array(p, copy=True) for p in parameters]
    losses = []
    while len(losses) < epochs:
        for rows in chunks(len(x), size):
            g = [np.zeros_like(p) for p in current]
            backward(x[rows], y[rows], current, g)
            current = [np.subtract(p, learning_rate * d) for p, d in zip(current, g)]
        losses.append(loss(x, y, current))
    return current, losses
