def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = (p - y) / len(x)
    back = d @ W2.T * (z1 > 0)
    return back.T @ x, back.mean(axis=0), d.T @ a1, d.mean(axis=0)
