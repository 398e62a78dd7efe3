"""You move away from the right answer: the error is `y - answer`, and the step is **added**.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w - learning_rate * e * x, b - learning_rate * e
