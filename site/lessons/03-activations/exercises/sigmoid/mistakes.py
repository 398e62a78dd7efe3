import numpy as np

from course.exercises.exercise import mistake


@mistake("both-branches", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You choose the right form for each z, but `np.where` gets both arrays finished: each form was
    computed for every z, so the `exp` that you throw away has overflowed first. Let `np.abs` make
    the exponent safe for all of them.
    """
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake("branches-swapped", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """Your two cases have changed places: for z >= 0 the upper part is 1, for z < 0 it is e^z.
    Yours falls where the sigmoid rises.
    """
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e, 1) / (1 + e)


@mistake("changed-in-place", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You write the results into z itself. Whoever called you still needs z: work on a
    new array.
    """
    e = np.exp(-np.abs(z))
    z[...] = np.where(z >= 0, 1, e) / (1 + e)
    return z


@mistake("derivative", see="#the-slopes")
def sigmoid(z):
    """You return the slope of the sigmoid, a (1 - a), and not its value a."""
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


@mistake("one-branch", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You treat negative z like positive ones: 1 / (1 + e^-|z|) never comes below a half. Where z
    is negative, the upper part is e^-|z| instead of 1.
    """
    return 1 / (1 + np.exp(-np.abs(z)))


@mistake("one-number-only", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """`if z >= 0` works for one number only; z is an array, and some of its numbers may be positive
    while others are not. Choose number by number with `np.where`.
    """
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


@mistake("overflow-positive", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You use e^z / (1 + e^z) for every z. That is safe where z is negative, but for a large
    positive z both parts are too large for a float, and inf / inf is no number.
    """
    return np.exp(z) / (1 + np.exp(z))


@mistake("overflow", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """Your code takes `exp` of a large positive number: with `exp(-z)` that happens for a very
    negative z. The result is too large for a float. Take `exp` of numbers that are 0 or less.
    """
    return 1 / (1 + np.exp(-z))


@mistake("shape-lost", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """The numbers are right, but you have laid z out as one long list: give back the
    shape that came in.
    """
    z = z.ravel()
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


@mistake("sign", see="#relu-and-sigmoid")
def sigmoid(z):
    """The sign of the exponent is turned round: you compute 1 / (1 + e^z), which falls
    where the sigmoid rises.
    """
    return 1 / (1 + np.exp(z))


@mistake("softmax", see="#relu-and-sigmoid")
def sigmoid(z):
    """Your numbers share a total of 1: that is softmax, which compares the numbers of a layer with
    each other. The sigmoid looks at each z alone.
    """
    e = np.exp(z - z.max())
    return e / e.sum()


@mistake("step", see="#relu-and-sigmoid")
def sigmoid(z):
    """You answer with 0 or 1, as the perceptron does; the sigmoid gives every number between."""
    return np.where(z >= 0, 1, 0)


@mistake("tanh", see="#relu-and-sigmoid")
def sigmoid(z):
    """You return the hyperbolic tangent. It has the same S shape, but runs from -1 to 1; the
    sigmoid runs from 0 to 1.
    """
    return np.tanh(z)
