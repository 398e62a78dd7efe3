import nn


def forward(x, W1, b1, W2, b2):
    cache = {}
    cache["z1"] = x @ W1.T + b1
    cache["a1"] = nn.relu(cache["z1"])
    cache["z2"] = cache["z1"] @ W2.T + b2
    cache["p"] = nn.softmax(cache["z2"])
    return cache["z1"], cache["a1"], cache["z2"], cache["p"]
