def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)

    def gradients(delta):
        return np.einsum("ij,ik->jk", delta, a1), delta.sum(axis=0)

    d2 = (p - y) / len(x)
    d1 = (d2 @ W2) * (z1 > 0)
    return (*gradients(d1), *gradients(d2))
