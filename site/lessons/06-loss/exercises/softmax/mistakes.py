import math

import numpy as np

import nn
from course.exercises.exercise import form, mistake

LIMITS = (20, 30, 50, 100, 300, 600, 700, 709)


@mistake("base-two", see="#from-two-classes-to-ten")
def softmax(z):
    """You raise 2 to the logits. It gives probabilities, but milder ones than softmax, whose base
    is e: `np.exp`.
    """
    e = 2 ** (z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("clipped", see="#breaking-it-and-the-cure", limit=LIMITS)
def softmax(z, limit=500):
    """You cut large logits off. Then 1000 and 1001 come out equal, though the second is e times as
    likely: take the row's maximum off instead, which changes no result.
    """
    e = np.exp(np.clip(z, -limit, limit))
    return e / e.sum(axis=1, keepdims=True)


@form(limit=(*LIMITS, 500))
def cut_off_above(z, limit):
    e = np.exp(np.minimum(z, limit))
    return e / e.sum(axis=1, keepdims=True)


@mistake("exponential-forgotten", see="#from-two-classes-to-ten")
def softmax(z):
    """You divide the logits themselves by their sum. A logit may be negative, a probability may
    not: `exp` comes first.
    """
    return z / z.sum(axis=1, keepdims=True)


@mistake("exponentials-alone", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the exponentials. They are positive, but they do not add up to 1: divide each row
    by its sum. And take the row's largest logit off first, or they overflow.
    """
    return np.exp(z)


@mistake("first-row-only", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the first row only. The batch has n rows, and each one gets its probabilities."""
    e = np.exp(z[0] - z[0].max())
    return e / e.sum()


@mistake("hard-maximum", see="#from-two-classes-to-ten")
def softmax(z):
    """You give everything to one class, the likeliest, and 0 to the others. Softmax is the soft
    form of that: each class keeps a share that falls with its distance.
    """
    return (z == z.max(axis=1, keepdims=True)).astype(float)


@form()
def one_of_equals(z):
    return nn.one_hot(z.argmax(axis=1), z.shape[1])


@mistake("keepdims-forgotten", see="#from-two-classes-to-ten")
def softmax(z):
    """A maximum or sum of each row has the shape (n,), and NumPy lays that along the columns: it
    fails, or in a square batch divides by another row's sum. With `keepdims=True` it is (n, 1).
    """
    e = np.exp(z - z.max(axis=1))
    return e / e.sum(axis=1)


@form()
def in_the_sum(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1)


@form()
def in_the_maximum(z):
    e = np.exp(z - z.max(axis=1))
    return e / e.sum(axis=1, keepdims=True)


@form()
def without_a_maximum(z):
    return np.exp(z) / np.exp(z).sum(axis=1)


@form()
def with_the_batchs_maximum(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1)


@mistake("likeliest-only", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the largest probability of each row. The exercise asks for those of all classes,
    in the shape of z.
    """
    return nn.softmax(z).max(axis=1)


@form()
def in_a_column(z):
    return softmax(z)[:, None]


@mistake("logarithm", see="#breaking-it-and-the-cure")
def softmax(z):
    """You return the logarithms of the probabilities, numbers of 0 or less. The exercise asks for
    the probabilities themselves.
    """
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("maximum-of-the-batch", see="#breaking-it-and-the-cure")
def softmax(z):
    """You take off the largest logit of the whole batch. A row that lies far below it then has only
    zeros, and 0 / 0 is nan. Each row needs its own maximum.
    """
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


@mistake("mean-taken-off", see="#breaking-it-and-the-cure")
def softmax(z):
    """You take the row's mean off. Of 2000 and 0, the larger then still stands 1000 above 0 and its
    `exp` overflows; take the largest off.
    """
    e = np.exp(z - z.mean(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("minimum-taken-off", see="#breaking-it-and-the-cure")
def softmax(z):
    """You take the smallest logit off. The largest then stands far above 0 and its `exp` overflows;
    take the largest off.
    """
    e = np.exp(z - z.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("not-divided", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the exponentials. They are positive, but they do not add up to 1: divide each row
    by its sum.
    """
    return np.exp(z - z.max(axis=1, keepdims=True))


@mistake("overflow", see="#breaking-it-and-the-cure")
def softmax(z):
    """Your formula is right on paper, but `exp` of a logit near 1000 is too large for a float, and
    of one near -1000 it is 0: you end with inf / inf or 0 / 0, and both are nan. Take the row's
    largest logit off first.
    """
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


@form()
def with_math(z):
    e = np.array([[math.exp(v) for v in row] for row in z])
    return e / e.sum(axis=1, keepdims=True)


@form()
def with_loops(z):
    e = [[math.exp(v) for v in row] for row in z]
    return [[v / sum(row) for v in row] for row in e]


@form()
def with_a_loop_over_rows(z):
    return [with_loops([row])[0] for row in z]


@mistake("sigmoid-shares", see="#from-two-classes-to-ten")
def softmax(z):
    """You squash each logit with the sigmoid, and then divide by the row's sum. The rows add up to
    1, but a sigmoid hardly tells 5 from 10: softmax divides `exp` of each logit by the sum.
    """
    s = 1 / (1 + np.exp(-z))
    return s / s.sum(axis=1, keepdims=True)


@mistake("sigmoid", see="#from-two-classes-to-ten")
def softmax(z):
    """You squash each logit alone, with the sigmoid. The classes of a row then do not share a total
    of 1: softmax compares them with each other.
    """
    return nn.sigmoid(z)


@mistake("sign-turned", see="#from-two-classes-to-ten")
def softmax(z):
    """Your largest logit gets the smallest probability: the sign in the exponent is
    turned round.
    """
    e = np.exp(z.min(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)


@form()
def too_large(z):
    e = np.exp(z.max(axis=1, keepdims=True) - z)
    return e / e.sum(axis=1, keepdims=True)


@form()
def without_a_maximum(z):
    return np.exp(-z) / np.exp(-z).sum(axis=1, keepdims=True)


@mistake("sum-over-the-columns", see="#from-two-classes-to-ten")
def softmax(z):
    """The largest logit is taken off row by row, as it should be, but then you divide by the sums
    of the columns. The classes of one image lie along its row: `axis=1` in the sum too.
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=0)


@mistake("whole-batch-and-its-maximum", see="#from-two-classes-to-ten")
def softmax(z):
    """You treat the whole batch as one row: one maximum and one sum for all. Each row is an image
    of its own: `axis=1, keepdims=True` for both.
    """
    e = np.exp(z - z.max())
    return e / e.sum()


@mistake("whole-batch-and-overflow", see="#from-two-classes-to-ten")
def softmax(z):
    """Two things at once: you divide by the sum over the whole batch, where each row needs its own
    sum, and `exp` of a large logit overflows. Begin with the sum: `axis=1, keepdims=True`.
    """
    e = np.exp(z)
    return e / e.sum()


@mistake("whole-batch", see="#from-two-classes-to-ten")
def softmax(z):
    """You divide by the sum over the whole batch, so all rows together add up to 1. Each row is an
    image of its own and needs its own sum: `axis=1, keepdims=True`.
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum()


@mistake("wrong-axis-and-overflow", see="#from-two-classes-to-ten")
def softmax(z):
    """Two things at once: your columns add up to 1, and not your rows, and `exp` of a large logit
    overflows. Begin with the axis: the classes of one image lie along its row, `axis=1`.
    """
    e = np.exp(z)
    return e / e.sum(axis=0, keepdims=True)


@mistake("wrong-axis", see="#from-two-classes-to-ten")
def softmax(z):
    """Your columns add up to 1, and not your rows. One image is one row, and its classes lie along
    the last axis: `axis=1`.
    """
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)
