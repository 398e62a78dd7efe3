"""You compute the answer a second time, with the new weights, before the bias has moved. One
example has one answer and one error: it moves w and b together.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    e = y - (1 if w @ x + b >= 0 else 0)
    w = w + learning_rate * e * x
    e = y - (1 if w @ x + b >= 0 else 0)
    return w, b + learning_rate * e
