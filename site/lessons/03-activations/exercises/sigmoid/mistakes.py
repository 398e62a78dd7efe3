import numpy as np

from course.exercises.exercise import form, mistake


@mistake("both-branches", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """Your code overflows at both ends: it takes e to the power of a large positive number, even
    where the result isn't needed. `np.where`, for one, computes both of its choices for all of z.
    Use an exponent that's never above 0: `np.exp(-np.abs(z))`.
    """
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake("branches-swapped", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """Your curve falls from 1 to 0, because you return the sigmoid of -z. If you treat z >= 0 and z
    < 0 as two cases, they're swapped: for z >= 0, the result should be at least a half. Swap the
    two.
    """
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e, 1) / (1 + e)


@mistake("changed-in-place", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You write your results into `z` itself, and the code that called your function may still need
    it. Put them into a new array instead, such as `np.zeros_like(z)`.
    """
    e = np.exp(-np.abs(z))
    z[...] = np.where(z >= 0, 1, e) / (1 + e)
    return z


@mistake("derivative", see="#the-slopes")
def sigmoid(z):
    """You return the slope of the sigmoid, a (1 - a). This exercise asks for its value, a, which
    rises all the way from 0 to 1. Leave out the factor 1 - a.
    """
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


@mistake("one-branch", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You treat a negative z as if it were positive, so your result is never below a half. Where z
    is negative, the top of the fraction has to be `np.exp(-np.abs(z))` instead of 1.
    """
    return 1 / (1 + np.exp(-np.abs(z)))


@mistake("one-number-only", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """Your code asks one yes-or-no question about a whole array, as in `if z >= 0`. Some of its
    numbers may be positive while others aren't, so Python can't answer. Let `np.where` decide
    number by number.
    """
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


@mistake("overflow-positive", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """For a large positive z, your code takes e to that power, and the result is too large to
    store. The form e^z / (1 + e^z) is safe only for negative z. Where z is 0 or more, use 1 / (1 +
    e^-z).
    """
    return np.exp(z) / (1 + np.exp(z))


@mistake("overflow", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """For a very negative z, -z is a large positive number, and e to that power is too large to
    store. Take care that no exponent is ever above 0: `np.exp(-np.abs(z))` never overflows.
    """
    return 1 / (1 + np.exp(-z))


@mistake("shape-lost", see="#a-sigmoid-that-no-z-breaks")
def sigmoid(z):
    """You return all your results in one long list. Here, `z` can have rows and columns, and the
    result should have the same shape. Bring it back to that shape with `reshape(z.shape)`.
    """
    z = z.ravel()
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


@mistake("sign", see="#relu-and-sigmoid")
def sigmoid(z):
    """The sign of your exponent is wrong: you use e^z instead of e^-z, so your curve falls where
    the sigmoid rises. Turn it into e^-z first. Then take care of very negative z.
    """
    return 1 / (1 + np.exp(z))


@mistake("softmax", see="#relu-and-sigmoid")
def sigmoid(z):
    """Your results add up to 1, so they depend on each other. That's softmax, which you'll meet in
    the next lesson. The sigmoid looks at one number at a time: don't divide by a sum over all of z.
    """
    e = np.exp(z - z.max())
    return e / e.sum()


@mistake("step", see="#relu-and-sigmoid")
def sigmoid(z):
    """You return only 0 or 1, as a perceptron does. The sigmoid has no jump: it rises smoothly from
    0 to 1, and it's a half where z is 0. Use 1 / (1 + e^-z) instead.
    """
    return np.where(z >= 0, 1, 0)


@mistake("tanh", see="#term-tanh")
def sigmoid(z):
    """You return the tanh of z. It has the same S shape, but it runs from -1 to 1, and the sigmoid
    runs from 0 to 1. Use 1 / (1 + e^-z) instead.
    """
    return np.tanh(z)


@mistake("parentheses-missing", see="#relu-and-sigmoid")
def sigmoid(z):
    """Python divides before it adds, so `1 / 1 + e` is 1 plus e, which is always above 1. The whole
    sum belongs below the line. Put it in parentheses: `1 / (1 + e)`.
    """
    return 1 / 1 + np.exp(-z)


@form()
def in_both_halves(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)
