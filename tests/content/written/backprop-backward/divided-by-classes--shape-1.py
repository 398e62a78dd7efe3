def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    rows = y.shape[1]
    d2 = p - y
    d1 = d2.dot(W2)
    d1 *= z1 > 0
    return d1.T.dot(x) / rows, d1.sum(0) / rows, d2.T.dot(a1) / rows, d2.sum(0) / rows
