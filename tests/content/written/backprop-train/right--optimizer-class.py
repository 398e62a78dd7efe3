class Optimizer:
    def __init__(self, parameters, rate):
        self.parameters = parameters
        self.rate = rate
        self.grads = [np.zeros(p.shape) for p in parameters]

    def zero_grad(self):
        for g in self.grads:
            g.fill(0)

    def step(self):
        for i in range(len(self.parameters)):
            self.parameters[i] -= self.rate * self.grads[i]


def batches(x, y, size):
    for i in range(0, len(x), size):
        yield x[i : i + size], y[i : i + size]


def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [np.copy(p) for p in parameters]
    optimizer = Optimizer(parameters, learning_rate)
    history = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, size):
            optimizer.zero_grad()
            backward(xb, yb, parameters, optimizer.grads)
            optimizer.step()
        history.append(float(loss(x, y, parameters)))
    return parameters, history
