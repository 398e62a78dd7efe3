"""Your neuron answers without its bias: it decides on `w @ x`, and z is `w @ x + b`.

See: #one-neuron
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e
