from course.exercises.exercise import mistake
from solution import sigmoid, softmax


@mistake("first-layer-not-updated", see="#the-update")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """The first layer comes back as it was: W1 and b1 have gradients too."""
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
    """One factor of the sigmoid's slope is missing: it is a1 times (1 - a1)."""
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
    """You have taken the division by the batch size out: dz2 is (p - y) / n."""
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
    """You multiply by a ReLU's mask. This hidden layer is a sigmoid: its slope is a1 (1 - a1)."""
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
    """You put a1 through the sigmoid once more. a1 is the output already: the slope is
    a1 (1 - a1).
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
    """You add the gradients: the loss rises. Subtract them."""
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
    """Now the sigmoid's slope is gone altogether: dz1 is dz2 @ W2 times a1 (1 - a1)."""
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


@mistake("slope-of-p", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """You put a slope p (1 - p) on dz2. The slope of softmax is inside p - y already."""
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
    """The slope is right now. But W2 is updated before dz1 is taken from it, so the first layer
    gets the gradient of other weights. First all gradients, then all updates.
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
    """You multiply by a1, the sigmoid's value. Its slope is a1 (1 - a1)."""
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
    """The order is right now. But the sigmoid's slope is fed with z1: it is a1 (1 -
    a1), with the sigmoid's output.
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


@mistake("parentheses-missing", see="#what-goes-wrong")
def step(x, y, W1, b1, W2, b2, learning_rate):
    """Your slope is `a1 * 1 - a1`. Python multiplies first, so a1 itself is subtracted at the end.
    Put the difference in parentheses: `a1 * (1 - a1)`.
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
