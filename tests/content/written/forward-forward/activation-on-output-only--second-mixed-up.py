import nn


def forward(x, W1, b1, W2, b2):
    hidden = x.dot(W1.T)
    hidden += b1
    logits = hidden.dot(W2.T)
    logits += b2
    logits[logits < 0] = 0
    return nn.softmax(logits)
