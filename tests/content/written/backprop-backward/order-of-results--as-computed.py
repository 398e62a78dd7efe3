def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    results = []
    g = (p - y) / len(x)
    for layer_input, W, mask in ((a1, W2, z1 > 0), (x, W1, None)):
        results += [g.T @ layer_input, g.sum(axis=0)]
        if mask is not None:
            g = (g @ W) * mask
    return tuple(results)
