"""You answer for each example, not for each neuron. Rows are examples, so go down them, along
`axis=0`.

See: #dead-relus
"""


def dead(x, W, b):
    return (x @ W.T + b <= 0).all(axis=1)
