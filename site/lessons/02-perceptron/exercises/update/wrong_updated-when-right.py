"""You change w and b on an example that is answered rightly. There e = y - answer is 0, and
nothing moves.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    e = 1 if y == 1 else -1
    return w + learning_rate * e * x, b + learning_rate * e
