from course.exercises.exercise import form, mistake
from solution import sigmoid, softmax


def with_slope(slope, x, y, W1, b1, W2, b2, learning_rate):
    a1 = sigmoid(x @ W1.T + b1)
    dz2 = (softmax(a1 @ W2.T + b2) - y) / len(x)
    dz1 = dz2 @ W2 * slope
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("first-layer-not-updated", see="#the-update")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """Something in layer 1 comes back as it was, so it can't learn. Every weight and bias takes a
    step. Update both `W1` and `b1`, with the gradients that come from `dz1`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    return W1, b1, W2, b2


@mistake("half-a-slope", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """Half of the sigmoid's slope is missing: you multiply by `1 - a1` alone. The slope has two
    factors, the activation and 1 minus the activation. Multiply by `a1 * (1 - a1)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("not-divided", see="#the-batch")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """The loss is the mean over the batch, so its gradients include a division by the number of
    rows, and yours don't. Divide `p - y` by `len(x)` once, and it carries over to every later
    line.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = p - y
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("relu-mask", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You send the gradient back through a ReLU's slope, which is 1 or 0. But this hidden layer is
    a sigmoid, and its slope depends on its output. Multiply by `a1 * (1 - a1)` instead.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * (z1 > 0)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("sigmoid-twice", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """Your slope uses the sigmoid of `a1`. But `a1` has been through the sigmoid already, and the
    slope needs that output as it is. Multiply by `a1 * (1 - a1)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * sigmoid(a1) * (1 - sigmoid(a1))
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("sign-of-update", see="#the-update")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You take a step the wrong way: uphill, to a larger loss. A gradient points uphill, so the
    step has to go against it. Start with `p - y`, and subtract each gradient times the learning
    rate.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 + learning_rate * dz2.T @ a1
    b2 = b2 + learning_rate * dz2.sum(axis=0)
    W1 = W1 + learning_rate * dz1.T @ x
    b1 = b1 + learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("slope-missing", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """The sigmoid's slope is gone from your `dz1`: the gradient goes back through `W2`, but not
    through the sigmoid. Multiply `dz2 @ W2` by that slope, `a1 * (1 - a1)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("slope-of-p", see="#one-path")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You multiply `p - y` by `p * (1 - p)`. But `p - y` is already the whole slope from the loss
    back to the logits, with softmax inside. Leave the factor out: `dz2` is `(p - y) / len(x)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) * p * (1 - p) / len(x)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("updated-too-early", see="#the-update")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """Your `W2` changes before you use it for `dz1`, so the gradient goes back through weights that
    the forward pass never used. Compute all gradients before the first update: move the line of
    `dz1` up.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    dz1 = dz2 @ W2 * a1 * (1 - a1)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("value-for-slope", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You multiply by `a1`, the sigmoid's value. The chain rule needs its slope, which says how
    fast `a1` changes when `z1` does. Multiply by `a1 * (1 - a1)` instead.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@mistake("z-one-minus-z", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """The slope of the sigmoid depends on its output alone, `a1`, but yours has `z1` in it. So
    it can even come out negative, and a sigmoid never falls. Multiply by `a1 * (1 - a1)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * z1 * (1 - z1)
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2


@form()
def in_one_factor(x, y, W1, b1, W2, b2, learning_rate):
    z1 = x @ W1.T + b1
    return with_slope(sigmoid(z1) * (1 - z1), x, y, W1, b1, W2, b2, learning_rate)


@form()
def in_the_other(x, y, W1, b1, W2, b2, learning_rate):
    z1 = x @ W1.T + b1
    return with_slope(z1 * (1 - sigmoid(z1)), x, y, W1, b1, W2, b2, learning_rate)


@mistake("parentheses-missing", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You subtract `a1` at the end, after all the products. Python multiplies first, so `a1 * 1 -
    a1` isn't the slope. Put the difference in parentheses: `a1 * (1 - a1)`.
    """
    z1 = x @ W1.T + b1
    a1 = sigmoid(z1)
    p = softmax(a1 @ W2.T + b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a1 * 1 - a1
    W2 = W2 - learning_rate * dz2.T @ a1
    b2 = b2 - learning_rate * dz2.sum(axis=0)
    W1 = W1 - learning_rate * dz1.T @ x
    b1 = b1 - learning_rate * dz1.sum(axis=0)
    return W1, b1, W2, b2
