import nn


def forward(x, W1, b1, W2, b2):
    W = W2 @ W1
    b = W2 @ b1 + b2
    return nn.softmax(x @ W.T + b)
