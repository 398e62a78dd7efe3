def derivative(a):
    return a * (1 - a)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    output_delta = (p - y) / len(x)
    hidden_delta = output_delta.dot(W2) * derivative(a1)
    return hidden_delta.T.dot(x), hidden_delta.sum(axis=0), output_delta.T.dot(a1), output_delta.sum(axis=0)
