def update(w, b, x, y, learning_rate):
    """Return w and b after one example, by the perceptron's learning rule.

    w (features,), b a number: before the step
    x (features,): the example, y: its label, 0 or 1
    learning_rate: a number above 0
    returns (new w, new b), of the same shapes; the new w is a new array
    """
    z = w @ x + b
    answer = 1 if z >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e
