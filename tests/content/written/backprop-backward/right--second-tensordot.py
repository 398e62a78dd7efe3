def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    share = 1.0 / len(y)
    err = share * np.subtract(p, y)
    hid = np.tensordot(err, W2, axes=1)
    hid[a1 <= 0] = 0.0
    return (
        np.tensordot(hid, x, axes=(0, 0)),
        np.add.reduce(hid),
        np.tensordot(err, a1, axes=(0, 0)),
        np.add.reduce(err),
    )
