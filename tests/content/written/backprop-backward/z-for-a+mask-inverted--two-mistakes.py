def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = (p - y) / len(x)
    dW2 = np.einsum("nc,nh->ch", d, z1)
    back = np.where(z1 > 0, 0, d @ W2)
    return back.T @ x, back.sum(axis=0), dW2, d.sum(axis=0)
