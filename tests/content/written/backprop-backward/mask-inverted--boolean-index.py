def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dlogits = (p - y) / y.shape[0]
    grad = dlogits.dot(W2)
    grad[z1 > 0] = 0
    return grad.T.dot(x), grad.sum(axis=0), dlogits.T.dot(a1), dlogits.sum(axis=0)
