"""Your W is transposed: rows and columns have changed places. Each row belongs to one output: `W2
@ W1`.

See: #two-linear-layers-are-one
"""


def collapse(W1, b1, W2, b2):
    return (W2 @ W1).T, W2 @ b1 + b2
