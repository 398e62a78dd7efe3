def backward(x, y, W1, b1, W2, b2):
    z1, a1, _, p = forward(x, W1, b1, W2, b2)
    delta = p - y
    back = np.einsum("nc,ch->nh", delta, W2) * np.heaviside(z1, 0)
    n = x.shape[0]
    return (
        np.einsum("nh,ni->hi", back, x) / n,
        np.einsum("nh->h", back) / n,
        np.einsum("nc,nh->ch", delta, a1) / n,
        np.einsum("nc->c", delta) / n,
    )
