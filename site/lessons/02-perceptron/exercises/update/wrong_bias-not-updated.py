"""Your bias never changes. It learns as the weights do: b becomes `b + learning_rate * e`.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b
