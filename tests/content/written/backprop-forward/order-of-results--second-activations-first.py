import nn


def forward(x, W1, b1, W2, b2):
    z1 = nn.linear(x, W1, b1)
    a1 = nn.relu(z1)
    z2 = nn.linear(a1, W2, b2)
    return a1, nn.softmax(z2), z1, z2
