"""For you a point exactly on the line, z = 0, is answered 0; here the answer is 1: compare with
`>=`.

See: #one-neuron
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b > 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e
