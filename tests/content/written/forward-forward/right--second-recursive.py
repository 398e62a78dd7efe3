import numpy as np


def run(values, layers):
    (W, b), *rest = layers
    values = np.array([[w @ v for w in W] for v in values]) + b
    if not rest:
        return values
    return run(np.where(values < 0, 0, values), rest)


def forward(x, W1, b1, W2, b2):
    logits = run(x, [(W1, b1), (W2, b2)])
    odds = np.exp(logits[:, :, None] - logits[:, None, :])
    return 1 / odds.sum(axis=1)
