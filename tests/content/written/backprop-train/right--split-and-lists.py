import math


def train(x, y, parameters, learning_rate, epochs, size):
    cuts = [size * (i + 1) for i in range(math.ceil(len(x) / size) - 1)]
    pairs = list(zip(np.split(x, cuts), np.split(y, cuts)))
    values = list(parameters)
    losses = np.zeros(epochs)
    for e in range(epochs):
        for part, truth in pairs:
            found = [np.zeros(v.shape) for v in values]
            backward(part, truth, values, found)
            values = [v - learning_rate * g for v, g in zip(values, found)]
        losses[e] = loss(x, y, values)
    return values, losses
