import numpy as np


class Layer:
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def __call__(self, inputs):
        return np.matmul(inputs, np.transpose(self.weights)) + self.bias


def relu(v):
    return (v + abs(v)) / 2


def forward(x, W1, b1, W2, b2):
    scores = Layer(W2, b2)(relu(Layer(W1, b1)(x)))
    logs = scores - np.log(np.exp(scores - scores.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True))
    return np.exp(logs - scores.max(axis=-1, keepdims=True))
