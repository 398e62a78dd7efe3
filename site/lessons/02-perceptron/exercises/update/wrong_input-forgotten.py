"""Every weight of yours makes the same step. Each moves by `learning_rate * e` **times its own
input**.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e, b + learning_rate * e
