class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W.T + self.b

    def backward(self, grad):
        self.dW = grad.T @ self.x
        self.db = grad.sum(0)
        return grad @ self.W


def backward(x, y, W1, b1, W2, b2):
    first, second = Layer(W1, b1), Layer(W2, b2)
    hidden = first.forward(x)
    out = second.forward(np.maximum(hidden, 0))
    e = np.exp(out - out.max(axis=1, keepdims=True))
    grad = (e / e.sum(axis=1, keepdims=True) - y) / y.shape[0]
    grad = second.backward(grad)
    grad[hidden < 0] = 0
    first.backward(grad)
    return first.dW, first.db, second.dW, second.db
