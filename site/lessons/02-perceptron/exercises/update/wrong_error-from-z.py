"""Your error is y - z. The perceptron compares y with its **answer**, which is 0 or 1.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    e = y - (w @ x + b)
    return w + learning_rate * e * x, b + learning_rate * e
