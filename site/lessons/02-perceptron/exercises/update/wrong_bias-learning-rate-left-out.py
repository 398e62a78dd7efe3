"""The learning rate is in the step of your weights, and not in that of your bias.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + e
