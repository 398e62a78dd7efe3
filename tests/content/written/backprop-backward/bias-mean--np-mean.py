def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    delta2 = np.divide(p - y, x.shape[0])
    delta1 = delta2.dot(W2) * np.sign(a1)
    return (
        delta1.T.dot(x),
        np.mean(delta1, axis=0),
        delta2.T.dot(a1),
        np.mean(delta2, axis=0),
    )
