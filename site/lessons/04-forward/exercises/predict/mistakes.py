import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("all-probabilities", see="#term-argmax")
def predict(z):
    """Your second result has the probabilities of all the classes. For each example, only one is
    asked for: that of the predicted class, the largest in its row. Use `p.max(axis=1)`.
    """
    p = nn.softmax(z)
    return p.argmax(axis=1), p


@mistake("counted-from-one", see="#term-argmax")
def predict(z):
    """Your predictions are one too high, because you count the classes from 1. In code, positions
    start at 0, so the first class is class 0. Don't add 1.
    """
    p = nn.softmax(z)
    return p.argmax(axis=1) + 1, p.max(axis=1)


@mistake("labels-only", see="#term-argmax")
def predict(z):
    """You return only the predictions. The function should return two arrays: first the
    predictions, and then how sure each one is. Add `p.max(axis=1)` as the second.
    """
    return z.argmax(axis=1)


@mistake("labels-over-batch", see="#term-argmax")
def predict(z):
    """Your predictions come from looking down the columns: which example is best for this class?
    The question is which class is best for this example. Look along the rows, with `axis=1`.
    """
    p = nn.softmax(z)
    return p.argmax(axis=0), p.max(axis=1)


@mistake("least-likely", see="#term-argmax")
def predict(z):
    """You choose the least likely class of each example, and its probability. The prediction is the
    class that the network finds most likely. Look for the largest number, not the smallest.
    """
    p = nn.softmax(z)
    return p.argmin(axis=1), p.min(axis=1)


@mistake("logit-as-confidence", see="#term-argmax")
def predict(z):
    """Your second result is the largest logit of each row. A logit can be any number, and a
    probability is between 0 and 1. Turn `z` into probabilities with softmax first, then take
    the largest of each row.
    """
    return z.argmax(axis=1), z.max(axis=1)


@mistake("margin", see="#term-argmax")
def predict(z):
    """Your second result is how far the predicted class is ahead of the next one. Only its own
    probability is asked for. Leave out the subtraction.
    """
    p = nn.softmax(z)
    p.sort(axis=1)
    return z.argmax(axis=1), p[:, -1] - p[:, -2]


@mistake("one-hot", see="#term-argmax")
def predict(z):
    """Your first result has a row for each example, with a 1 at the predicted class. Only the
    number of that class is asked for. Get it with `argmax`, along `axis=1`.
    """
    p = nn.softmax(z)
    top = p.max(axis=1)
    return (p == top[:, None]).astype(int), top


@mistake("order-of-results", see="#term-argmax")
def predict(z):
    """You return the probabilities first and then the predictions. The task asks for the
    predictions first. Swap the two in what you return.
    """
    p = nn.softmax(z)
    return p.max(axis=1), p.argmax(axis=1)


@mistake("sigmoid", see="#from-logits-to-a-prediction")
def predict(z):
    """Your second result is the sigmoid of the largest logit. That ignores the other logits, but a
    class is less likely if another one is close behind it. Take the largest number of `p`, from
    softmax.
    """
    return z.argmax(axis=1), nn.sigmoid(z.max(axis=1))


@mistake("rows-by-predictions", see="#term-argmax")
def predict(z):
    """Your second result has a whole row of numbers for each example. You pick the column of every
    predicted class for every example, but each example needs only its own. Use `p.max(axis=1)`.
    """
    p = nn.softmax(z)
    k = p.argmax(axis=1)
    return k, p[:, k]


@mistake("softmax-over-batch", see="#from-logits-to-a-prediction")
def predict(z):
    """Your softmax runs down the columns, so the examples compete with each other. It's the classes
    of one example that should compete. Use `nn.softmax(z)`, which runs along each row.
    """
    p = nn.softmax(z.T).T
    return p.argmax(axis=1), p.max(axis=1)


@mistake("whole-batch", see="#term-argmax")
def predict(z):
    """You look for a single maximum in the whole batch, so you return only two numbers. Each
    example needs a prediction and a probability of its own. Look along each row, with `axis=1`.
    """
    p = nn.softmax(z)
    return p.argmax(), p.max()


@mistake("wrong-axis", see="#term-argmax")
def predict(z):
    """You look down the columns, so you find the best example for each class. The question is which
    class is best for each example. Look along the rows, with `axis=1`.
    """
    p = nn.softmax(z)
    return p.argmax(axis=0), p.max(axis=0)


@mistake("two-classes-only", see="#from-logits-to-a-prediction")
def predict(z):
    """You only look at class 1 and whether its probability is above a half. With three classes or
    more, the likeliest one may be another, and may have less than a half. Use `argmax` along each
    row.
    """
    p = nn.softmax(z)
    predictions = (p[:, min(1, p.shape[1] - 1)] > 0.5).astype(int)
    return predictions, p[np.arange(len(p)), predictions]
