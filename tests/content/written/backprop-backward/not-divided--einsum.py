def backward(x, y, W1, b1, W2, b2):
    pre, act, _, prob = forward(x, W1, b1, W2, b2)
    err = prob - y
    hid = np.einsum("nc,ch->nh", err, W2)
    hid[pre <= 0] = 0
    return np.einsum("nh,ni->hi", hid, x), hid.sum(0), np.einsum("nc,nh->ch", err, act), err.sum(0)
