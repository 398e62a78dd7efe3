import nn


def layer(v, W, b=0):
    return v @ W.T + b


def forward(x, W1, b1, W2, b2):
    z1 = layer(x, W1)
    a1 = nn.relu(z1)
    z2 = layer(a1, W2, b2)
    return z1, a1, z2, nn.softmax(z2)
