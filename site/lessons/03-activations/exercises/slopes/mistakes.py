import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("always-one", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is 1 everywhere, as if there were no bend. Where z is negative, ReLU's
    output stays at 0, so nothing moves. Return 0 there.
    """
    return np.ones_like(z)


@mistake("changed-in-place", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` writes its results into `z`, and the code that called it may still need
    those numbers. Return a new array instead, such as `np.where` gives you.
    """
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


@mistake("factor-missing", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is 1 - a, which is almost 1 for very negative z. But the sigmoid is
    nearly flat there, as it is at the other end. Multiply by `a`, too.
    """
    return 1 - nn.sigmoid(z)


@mistake("leak", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is 0.01 where z is negative. That's the slope of leaky ReLU, which comes
    later. Plain ReLU is flat there, so its slope is exactly 0.
    """
    return np.where(z > 0, 1.0, 0.01)


@mistake("mask-by-one", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` changes from 0 to 1 at z = 1. But ReLU bends at 0, so its slope is 1 for
    every positive z, even for 0.3. Compare z with 0.
    """
    return np.where(z > 1, 1.0, 0.0)


@mistake("mask-inverted", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is the wrong way around: 0 where z is positive, and 1 where it's negative.
    ReLU rises for positive z, and it's flat for negative z. Swap the two.
    """
    return np.where(z > 0, 0.0, 1.0)


@mistake("overflow", see="#a-sigmoid-that-no-z-breaks")
def sigmoid_slope(z):
    """For a very negative z, an e^-z in your `sigmoid_slope` is too large to store, and you get
    `nan`. `nn.sigmoid` has no such problem. Take its result as a, and return `a * (1 - a)`.
    """
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@mistake("quarter", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is a quarter everywhere. The sigmoid is as steep as that only where z is
    0, and it gets flatter toward both ends. Work out the slope from `a`.
    """
    return np.full_like(z, 0.25)


@mistake("relu-itself", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` returns ReLU's value, max(0, z). The slope isn't how high ReLU is, but how
    steep it is. Return 1 for every positive z, however large, and 0 for a negative one.
    """
    return np.maximum(z, 0)


@mistake("sigmoid-itself", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` returns the sigmoid's value, a. Its slope is large in the middle and
    close to 0 at both ends, where the curve flattens out. Multiply `a` by one more factor: `1 - a`.
    """
    return nn.sigmoid(z)


@mistake("sigmoid-twice", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` applies the sigmoid twice: once to z, and then again to the result. Once
    is enough, because the slope needs nothing but `a`: it's `a * (1 - a)`.
    """
    a = nn.sigmoid(nn.sigmoid(z))
    return a * (1 - a)


@mistake("sign", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is negative, but the sigmoid rises everywhere, so its slope is positive.
    Flip the sign: the slope is `a * (1 - a)`.
    """
    a = nn.sigmoid(z)
    return a * (a - 1)


@mistake("slope-of-size", see="#the-slopes")
def relu_slope(z):
    """Your `relu_slope` is -1 where z is negative, as if the output rose again on that side. That's
    the slope of the absolute value, |z|. ReLU is flat there: return 0.
    """
    return np.sign(z)


@mistake("tanh-slope", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is 1 - a^2. That's the formula for tanh, where a runs from -1 to 1. The
    sigmoid's slope is made of the same a in another way: `a * (1 - a)`.
    """
    return 1 - nn.sigmoid(z) ** 2


@mistake("z-one-minus-z", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is z (1 - z), which is often negative, though the sigmoid only rises.
    The formula needs the output of the sigmoid instead of its input: `a * (1 - a)`.
    """
    return z * (1 - z)


@mistake("parentheses-missing", see="#the-slopes")
def sigmoid_slope(z):
    """Your `sigmoid_slope` is 0 everywhere. If you haven't written it yet, do that next. If you
    have, check the parentheses: Python multiplies before it subtracts, so `a * 1 - a` is just a
    minus a.
    """
    a = nn.sigmoid(z)
    return a * 1 - a
