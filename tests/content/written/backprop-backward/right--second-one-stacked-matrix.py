def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    one = np.ones((len(x), 1))
    d2 = (p - y) / len(x)
    G2 = d2.T @ np.hstack([a1, one])
    d1 = np.where(z1 > 0, 1, 0) * (d2 @ W2)
    G1 = d1.T @ np.hstack([x, one])
    return [G1[:, :-1], G1[:, -1], G2[:, :-1], G2[:, -1]]
