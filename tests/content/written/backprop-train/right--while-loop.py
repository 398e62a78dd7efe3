def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [np.array(q) for q in parameters]
    losses = []
    epoch = 0
    while epoch < epochs:
        begin = 0
        while begin < len(x):
            end = min(begin + size, len(x))
            grads = [np.zeros_like(q) for q in (W1, b1, W2, b2)]
            backward(x[begin:end], y[begin:end], [W1, b1, W2, b2], grads)
            W1 = W1 - learning_rate * grads[0]
            b1 = b1 - learning_rate * grads[1]
            W2 = W2 - learning_rate * grads[2]
            b2 = b2 - learning_rate * grads[3]
            begin = end
        losses.append(loss(x, y, [W1, b1, W2, b2]))
        epoch += 1
    return [W1, b1, W2, b2], losses
