"""Your steps have their full size whatever `learning_rate` is: it multiplies the step of the
weights and of the bias.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + e * x, b + e
