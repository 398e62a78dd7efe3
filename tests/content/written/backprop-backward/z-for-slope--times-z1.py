def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.array([[d2[i] @ W2[:, j] * z1[i, j] for j in range(len(W1))] for i in range(len(x))])
    return d1.T.dot(x), d1.sum(axis=0), d2.T.dot(a1), d2.sum(axis=0)
