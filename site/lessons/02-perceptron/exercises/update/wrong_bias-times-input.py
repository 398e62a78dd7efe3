"""You multiply the step of the bias by the inputs. The bias has no input, or one that is always 1:
its step is `learning_rate * e`.

See: #the-learning-rule
"""


def update(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e * x.sum()
