import nn
from course.exercises.exercise import mistake


@mistake("all-probabilities", see="#from-logits-to-a-prediction")
def predict(z):
    """You return the probabilities of all classes. Return one number for each example: the
    largest of its row.
    """
    p = nn.softmax(z)
    return p.argmax(axis=1), p


@mistake("counted-from-one", see="#from-logits-to-a-prediction")
def predict(z):
    """Your predictions begin at 1. Classes are counted from 0, just as the columns are."""
    p = nn.softmax(z)
    return p.argmax(axis=1) + 1, p.max(axis=1)


@mistake("labels-only", see="#from-logits-to-a-prediction")
def predict(z):
    """You return only the predictions. Return two arrays: predictions and probabilities."""
    return z.argmax(axis=1)


@mistake("labels-over-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """Your probabilities are right, but for the predictions you look down the columns. Use
    `axis=1` for both.
    """
    p = nn.softmax(z)
    return p.argmax(axis=0), p.max(axis=1)


@mistake("least-likely", see="#from-logits-to-a-prediction")
def predict(z):
    """You choose the *least* likely class: `argmax`, not `argmin`."""
    p = nn.softmax(z)
    return p.argmin(axis=1), p.min(axis=1)


@mistake("logit-as-confidence", see="#from-logits-to-a-prediction")
def predict(z):
    """Your predictions are right, but then you return the largest *logit*. A logit isn't a
    probability. Take the maximum of `nn.softmax(z)`.
    """
    return z.argmax(axis=1), z.max(axis=1)


@mistake("margin", see="#from-logits-to-a-prediction")
def predict(z):
    """You return how far the predicted class is ahead of the next one. Return its own probability
    instead.
    """
    p = nn.softmax(z)
    p.sort(axis=1)
    return z.argmax(axis=1), p[:, -1] - p[:, -2]


@mistake("one-hot", see="#from-logits-to-a-prediction")
def predict(z):
    """You mark the predicted class with a 1 in a row of zeros. Return its number instead:
    `argmax`.
    """
    p = nn.softmax(z)
    top = p.max(axis=1)
    return (p == top[:, None]).astype(int), top


@mistake("order-of-results", see="#from-logits-to-a-prediction")
def predict(z):
    """Both arrays are right, but they have to change places: first the predictions, then the
    probabilities.
    """
    p = nn.softmax(z)
    return p.max(axis=1), p.argmax(axis=1)


@mistake("sigmoid", see="#from-logits-to-a-prediction")
def predict(z):
    """You apply the sigmoid to the largest logit alone. The probability depends on the other
    logits, too: use softmax.
    """
    return z.argmax(axis=1), nn.sigmoid(z.max(axis=1))


@mistake("rows-by-predictions", see="#from-logits-to-a-prediction")
def predict(z):
    """You take whole columns, and so the probabilities of all the examples. Each example needs
    only its own largest one: `p.max(axis=1)`.
    """
    p = nn.softmax(z)
    k = p.argmax(axis=1)
    return k, p[:, k]


@mistake("softmax-over-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """Your softmax runs down the columns, so the examples compete with each other. It has to run
    along each row.
    """
    p = nn.softmax(z.T).T
    return p.argmax(axis=1), p.max(axis=1)


@mistake("whole-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """You take one maximum for the whole batch. Take one for each example, with `axis=1`."""
    p = nn.softmax(z)
    return p.argmax(), p.max()


@mistake("wrong-axis", see="#from-logits-to-a-prediction")
def predict(z):
    """You look down the columns, which is `axis=0`, and find the best example for each class. Find
    the best class for each example instead: `axis=1`.
    """
    p = nn.softmax(z)
    return p.argmax(axis=0), p.max(axis=0)
