"""The result is right, but `w += ...` changes the array that you were given. `w = w + ...` makes a
new one.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    e = y - (1 if w @ x + b >= 0 else 0)
    w += learning_rate * e * x
    return w, b + learning_rate * e
