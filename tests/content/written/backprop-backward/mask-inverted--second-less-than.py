def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.where(z1 < 0, d2 @ W2, 0)
    return np.einsum("nh,ni->hi", d1, x), d1.sum(0), np.einsum("nc,nh->ch", d2, a1), d2.sum(0)
