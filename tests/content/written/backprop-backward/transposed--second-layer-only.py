def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.matmul(d2, W2) * (a1 > 0)
    dW2 = np.einsum("nh,nc->hc", a1, d2)
    dW1 = np.einsum("nh,ni->hi", d1, x)
    return dW1, d1.sum(axis=0), dW2, d2.sum(axis=0)
