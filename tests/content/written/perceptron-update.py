# %% right: branches
def update(w, b, x, y, learning_rate):
    z = sum(one * other for one, other in zip(w, x)) + b
    if z >= 0 and y == 0:
        return w - learning_rate * x, b - learning_rate
    if z < 0 and y == 1:
        return w + learning_rate * x, b + learning_rate
    return w.copy(), b


# %% brackets-missing: without the learning rate
def update(w, b, x, y, learning_rate):
    e = y - x @ w + b
    return w + e * x, b + e


# %% brackets-missing: step worked out first
def update(w, b, x, y, learning_rate):
    step = learning_rate * (y - w.dot(x) + b)
    return w + step * x, b + step


# %% error-from-z: without the learning rate
def update(w, b, x, y, learning_rate):
    z = x @ w + b
    error = y - z
    return w + error * x, b + error
