def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    top = np.array(p) / len(p)
    back = top.dot(W2)
    return back.T.dot(x), back.sum(0), top.T.dot(a1), top.sum(0)
