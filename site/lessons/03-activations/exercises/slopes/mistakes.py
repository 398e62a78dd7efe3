import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("always-one", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is 1 everywhere, as if there were no bend. Left of 0 ReLU is flat, and its
    slope is 0.
    """
    return np.ones_like(z)


@mistake("changed-in-place", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` writes its answer into z, and whoever called it still needs z: make a new
    array, as `np.where` does.
    """
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


@mistake("factor-missing", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is 1 - a: the factor a is missing. The slope is a (1 - a),
    small at both ends.
    """
    return 1 - nn.sigmoid(z)


@mistake("leak", see="#dead-relus")
def relu_slope(z):
    """Your `relu_slope` lets a little through where z is negative. That is leaky ReLU; the slope of
    plain ReLU is exactly 0 there.
    """
    return np.where(z > 0, 1.0, 0.01)


@mistake("mask-by-one", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` switches at z = 1. ReLU bends at 0: every positive z, also 0.3,
    has slope 1.
    """
    return np.where(z > 1, 1.0, 0.0)


@mistake("mask-inverted", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is the wrong way round: ReLU is flat, slope 0, where z is negative, and
    rises with slope 1 where z is positive.
    """
    return np.where(z > 0, 0.0, 1.0)


@mistake("overflow", see="#a-sigmoid-that-no-z-breaks")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is the right formula, but for a very negative z its exp(-z) is too large
    for a float, and what comes out is no number. Compute it from a: a (1 - a).
    """
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@mistake("quarter", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is a quarter everywhere. That is its largest value, reached
    at z = 0 only.
    """
    return np.full_like(z, 0.25)


@mistake("relu-itself", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` returns ReLU's value, max(0, z). The slope says how steep the curve is:
    where z is positive it is 1, however large z is.
    """
    return np.maximum(z, 0)


@mistake("sigmoid-itself", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` returns the sigmoid's value a. Its slope is a (1 - a): largest in the
    middle, near 0 at both ends.
    """
    return nn.sigmoid(z)


@mistake("sigmoid-twice", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` squashes twice: it takes the sigmoid of a. With `a = nn.sigmoid(z)` the
    slope is a (1 - a), and no second sigmoid is needed.
    """
    a = nn.sigmoid(nn.sigmoid(z))
    return a * (1 - a)


@mistake("sign", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is negative, yet the sigmoid rises everywhere: a (1 - a),
    not a (a - 1).
    """
    a = nn.sigmoid(z)
    return a * (a - 1)


@mistake("slope-of-size", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` gives -1 where z is negative. That is the slope of |z|; ReLU is flat there,
    and its slope is 0.
    """
    return np.sign(z)


@mistake("tanh-slope", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` computes 1 - a^2. That is how tanh gets its slope; the
    sigmoid's is a (1 - a).
    """
    return 1 - nn.sigmoid(z) ** 2


@mistake("z-one-minus-z", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` computes z (1 - z). The formula is a (1 - a), with the output a and not
    the pre-activation z.
    """
    return z * (1 - z)


@mistake("parentheses-missing", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is 0 everywhere. `a * 1 - a` is a minus a, because Python multiplies
    first. Put the difference in parentheses: `a * (1 - a)`.
    """
    a = nn.sigmoid(z)
    return a * 1 - a
