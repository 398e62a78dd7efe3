import nn
from course.exercises.exercise import mistake


@mistake("all-probabilities", see="#from-logits-to-a-prediction")
def predict(z):
    """Your second part holds the probabilities of all classes. Asked is one number for each
    example: the largest of its row.
    """
    p = nn.softmax(z)
    return p.argmax(axis=1), p


@mistake("counted-from-one", see="#from-logits-to-a-prediction")
def predict(z):
    """Your labels begin at 1. Classes are numbered from 0, as the columns are."""
    p = nn.softmax(z)
    return p.argmax(axis=1) + 1, p.max(axis=1)


@mistake("labels-only", see="#from-logits-to-a-prediction")
def predict(z):
    """Only the labels come back. Return two things: `labels, confidence`."""
    return z.argmax(axis=1)


@mistake("labels-over-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """Your confidence is right, but for the labels you look down the columns. Use
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
    """Your labels are right, but the second part is the largest *logit*. A logit is no probability;
    take the maximum of `nn.softmax(z)`.
    """
    return z.argmax(axis=1), z.max(axis=1)


@mistake("margin", see="#from-logits-to-a-prediction")
def predict(z):
    """Your confidence is the lead over the next class. Asked is the likeliest class's
    own probability.
    """
    p = nn.softmax(z)
    p.sort(axis=1)
    return z.argmax(axis=1), p[:, -1] - p[:, -2]


@mistake("one-hot", see="#from-logits-to-a-prediction")
def predict(z):
    """You mark the likeliest class with a 1 in a row of zeros. Asked is its number: `argmax`."""
    p = nn.softmax(z)
    top = p.max(axis=1)
    return (p == top[:, None]).astype(int), top


@mistake("order-of-results", see="#from-logits-to-a-prediction")
def predict(z):
    """Both parts are right, but in the other order: first the labels, then the confidence."""
    p = nn.softmax(z)
    return p.max(axis=1), p.argmax(axis=1)


@mistake("sigmoid", see="#from-logits-to-a-prediction")
def predict(z):
    """Your confidence is the sigmoid of the largest logit. With several classes the probability
    depends on the other logits too: softmax.
    """
    return z.argmax(axis=1), nn.sigmoid(z.max(axis=1))


@mistake("softmax-over-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """Your softmax runs down the columns, so that the examples compete with each other. It runs
    along each row.
    """
    p = nn.softmax(z.T).T
    return p.argmax(axis=1), p.max(axis=1)


@mistake("whole-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """You take one maximum of the whole batch. Every example has its own: give `axis=1`."""
    p = nn.softmax(z)
    return p.argmax(), p.max()


@mistake("wrong-axis", see="#from-logits-to-a-prediction")
def predict(z):
    """You look down the columns, `axis=0`: that finds for each class the example that fits it best.
    Asked is the best class for each example: `axis=1`.
    """
    p = nn.softmax(z)
    return p.argmax(axis=0), p.max(axis=0)
