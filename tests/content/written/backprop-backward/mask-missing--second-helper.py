def layer_gradients(delta, came_in):
    return np.array([np.dot(delta[:, j], came_in) for j in range(delta.shape[1])]), sum(delta)


def backward(x, y, W1, b1, W2, b2):
    _, a1, _, p = forward(x, W1, b1, W2, b2)
    top = (p - y) / len(x)
    dW2, db2 = layer_gradients(top, a1)
    dW1, db1 = layer_gradients(top @ W2, x)
    return dW1, db1, dW2, db2
