def update(parameters, gradients, learning_rate, weight_decay):
    """Return the parameters after one step of gradient descent with weight decay.

    parameters: [W1, b1, W2, b2], arrays; gradients: [dW1, db1, dW2, db2].
    Every W becomes W - learning_rate (dW + weight_decay W). The biases don't decay.
    returns a list of the four new arrays, in the same order
    """
    return [p - learning_rate * g for p, g in zip(parameters, gradients, strict=True)]
