"""You learn from one kind of mistake only: where 1 was right and 0 was answered. Where 0 was right
and 1 was answered, e is -1, and w and b move too.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = max(y - answer, 0)
    return w + learning_rate * e * x, b + learning_rate * e
