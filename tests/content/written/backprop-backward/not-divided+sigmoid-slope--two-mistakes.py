def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = p - y
    back = d @ W2 * a1 * (1 - a1)
    return back.T @ x, back.sum(axis=0), d.T @ a1, d.sum(axis=0)
