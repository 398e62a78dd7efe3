import math

import numpy as np

import nn
from course.exercises.exercise import form, mistake

LIMITS = (20, 30, 50, 100, 300, 600, 700, 709)


@mistake("base-two", see="#from-two-classes-to-ten")
def softmax(z):
    """You raise 2 to the power of each logit. Your rows add up to 1, but the probabilities come out
    too even, because softmax has the base e. Use `np.exp` instead.
    """
    e = 2 ** (z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("clipped", see="#breaking-it-and-the-cure", limit=LIMITS)
def softmax(z, limit=500):
    """You cut off large logits before `exp`. That stops the overflow, but then logits of 1000 and
    1001 count as equal. Subtract the row's largest logit instead: it stops the overflow too, and no
    probability changes.
    """
    e = np.exp(np.clip(z, -limit, limit))
    return e / e.sum(axis=1, keepdims=True)


@form(limit=(*LIMITS, 500))
def cut_off_above(z, limit):
    e = np.exp(np.minimum(z, limit))
    return e / e.sum(axis=1, keepdims=True)


@mistake("exponential-forgotten", see="#from-two-classes-to-ten")
def softmax(z):
    """You divide the logits themselves by their sum. A logit can be negative, but a probability
    can't, so the exponential comes first. Take `exp` of each logit, then divide each row by its
    sum.
    """
    return z / z.sum(axis=1, keepdims=True)


@form()
def after_the_shift(z):
    return softmax(z - z.min(axis=1, keepdims=True))


@form()
def below_the_largest(z):
    return softmax(z - z.max(axis=1, keepdims=True))


@mistake("exponentials-alone", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the exponentials. They're positive, but a row of them doesn't add up to 1, and for
    large logits they overflow. First subtract each row's largest logit; then divide each row of
    exponentials by its sum.
    """
    return np.exp(z)


@mistake("first-row-only", see="#what-the-true-class-costs")
def softmax(z):
    """You return the probabilities of the first row only. Each row of `z` is an image and gets its
    own. Work on all the rows at once: with `axis=1`, NumPy finds a maximum and a sum for each.
    """
    e = np.exp(z[0] - z[0].max())
    return e / e.sum()


@mistake("hard-maximum", see="#from-two-classes-to-ten")
def softmax(z):
    """You give 1 to the largest logit in a row and 0 to the rest. Softmax is softer: every class
    gets some probability, less if its logit is lower. Take `exp` of each logit, then divide each
    row by its sum.
    """
    return (z == z.max(axis=1, keepdims=True)).astype(float)


@form()
def one_of_equals(z):
    return nn.one_hot(z.argmax(axis=1), z.shape[1])


@mistake("keepdims-forgotten", see="#what-the-true-class-costs")
def softmax(z):
    """Your row maximums or row sums have the shape `(n,)`, so NumPy matches them with the columns
    of `z` instead of its rows. Add `keepdims=True`. Then the shape is `(n, 1)`, one number next to
    each row.
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
    """You return only the largest probability of each row. Training needs those of all the classes,
    in the shape of `z`. Return the whole array, without taking its maximum.
    """
    return nn.softmax(z).max(axis=1)


@form()
def in_a_column(z):
    return softmax(z)[:, None]


@mistake("logarithm", see="#from-two-classes-to-ten")
def softmax(z):
    """You return logarithms of the probabilities: none of your numbers is above 0. A loss will need
    them later, but here we want the probabilities. Return `np.exp` of what you have.
    """
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


@mistake("maximum-of-the-batch", see="#breaking-it-and-the-cure")
def softmax(z):
    """You subtract the largest logit of the whole batch. In a row far below it, all the
    exponentials become 0, and 0/0 is `nan`. Subtract each row's own maximum, using `axis=1` and
    `keepdims=True`.
    """
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


@mistake("mean-taken-off", see="#breaking-it-and-the-cure")
def softmax(z):
    """You subtract the row's mean. With 2000 and 0, the larger logit is then still 1000, and its
    `exp` overflows. Subtract the row's largest logit instead: then no exponent is above 0.
    """
    e = np.exp(z - z.mean(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("minimum-taken-off", see="#breaking-it-and-the-cure")
def softmax(z):
    """You subtract the row's smallest logit. The largest one can still be far above 0, and then its
    `exp` overflows. Subtract the row's largest logit instead, so that no exponent is above 0.
    """
    e = np.exp(z - z.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@mistake("not-divided", see="#from-two-classes-to-ten")
def softmax(z):
    """You return the exponentials. They're positive, but a row of them doesn't add up to 1. Divide
    each row by its own sum, using `axis=1` and `keepdims=True`.
    """
    return np.exp(z - z.max(axis=1, keepdims=True))


@mistake("overflow", see="#breaking-it-and-the-cure")
def softmax(z):
    """Your formula is right on paper, but `exp` of a logit near 1000 is too large for the computer,
    and near −1000 it's rounded to 0. Subtract the row's largest logit first. Then no exponent is
    above 0, and no probability changes.
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
    """You send each logit through a sigmoid, then divide each row by its sum. Your rows add up to
    1, but a sigmoid hardly tells 5 from 10. Use `exp` instead of the sigmoid, and then divide.
    """
    s = 1 / (1 + np.exp(-z))
    return s / s.sum(axis=1, keepdims=True)


@mistake("sigmoid", see="#from-two-classes-to-ten")
def softmax(z):
    """You send each logit through a sigmoid by itself, so a row needn't add up to 1. In softmax,
    the classes of a row share a total of 1. Take `exp` of each logit, then divide each row by its
    sum.
    """
    return nn.sigmoid(z)


@mistake("sign-turned", see="#from-two-classes-to-ten")
def softmax(z):
    """Your largest logit gets the smallest probability: in your exponent, the logits have the wrong
    sign. Give `exp` each logit minus the row's largest one, in this order.
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


@mistake("sum-over-the-columns", see="#what-the-true-class-costs")
def softmax(z):
    """You subtract each row's largest logit, but then you divide by the sums of the columns. The
    classes of one image are in its row. Use `axis=1` and `keepdims=True` in the sum, too.
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=0)


@mistake("whole-batch-and-its-maximum", see="#what-the-true-class-costs")
def softmax(z):
    """You treat the whole batch as a single row, with one maximum and one sum for everything. Each
    row is an image of its own. Give both of them `axis=1` and `keepdims=True`.
    """
    e = np.exp(z - z.max())
    return e / e.sum()


@mistake("whole-batch-and-overflow", see="#what-the-true-class-costs")
def softmax(z):
    """Two things are wrong: you divide by the sum over the whole batch, and `exp` of a large logit
    overflows. Start with the sum. With `axis=1` and `keepdims=True`, each row gets its own.
    """
    e = np.exp(z)
    return e / e.sum()


@mistake("whole-batch", see="#what-the-true-class-costs")
def softmax(z):
    """You divide by the sum over the whole batch, so all the rows together add up to 1. Each row is
    an image and needs its own probabilities. Give `sum` the arguments `axis=1` and `keepdims=True`.
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum()


@mistake("wrong-axis-and-overflow", see="#what-the-true-class-costs")
def softmax(z):
    """Two things are wrong: your columns add up to 1 instead of your rows, and `exp` of a large
    logit overflows. Start with the axis. The classes of one image are in its row, so use `axis=1`.
    """
    e = np.exp(z)
    return e / e.sum(axis=0, keepdims=True)


@mistake("wrong-axis", see="#what-the-true-class-costs")
def softmax(z):
    """Your columns add up to 1 instead of your rows. One image is one row, and its classes share
    the total of 1. Use `axis=1` and `keepdims=True`.
    """
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


@mistake("shifted-after-exp", see="#breaking-it-and-the-cure")
def softmax(z):
    """You subtract the maximum after `exp`. There it changes the result, and for large logits `exp`
    has overflowed already. Subtract each row's largest logit first, then take `exp`.
    """
    e = np.exp(z)
    e = e - e.max(axis=1, keepdims=True)
    return e / e.sum(axis=1, keepdims=True)


@mistake("shifted-on-top-only", see="#breaking-it-and-the-cure")
def softmax(z):
    """You subtract the maximum on top of the fraction, but not in the sum below. Then a row no
    longer adds up to 1. Take `exp` of the shifted logits once, and use the result in both places.
    """
    m = z.max(axis=1, keepdims=True)
    return np.exp(z - m) / np.exp(z).sum(axis=1, keepdims=True)
