import nn


def forward(x, W1, b1, W2, b2):
    z1 = nn.linear(x, W1, b1)
    a1 = nn.relu(z1)
    z2 = nn.linear(a1, W2, b2)
    a2 = nn.softmax(z2)
    return z1, z2, a1, a2
