import numpy as np


def forward(x, W1, b1, W2, b2):
    hidden_in = x @ np.transpose(W1) + b1
    hidden_out = np.fmax(hidden_in, 0)
    out = hidden_out @ np.transpose(W2) + b2
    return hidden_in, hidden_out, out, out
