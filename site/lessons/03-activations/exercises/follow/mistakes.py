import numpy as np

from course.exercises.exercise import form, mistake


@mistake("slope-for-change", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You return the slopes of the pieces. But all the ReLUs before a piece are on there, too, and
    their weights add up. So each ReLU only has to change the slope: subtract the slope before it.
    """
    return np.diff(y) / np.diff(x)


@mistake("first-left-out", see="#any-curve-from-bends")
def bend_weights(x, y):
    """The first ReLU is missing: you return only the changes between two pieces. The first piece
    needs a slope, too. Its ReLU changes the slope from 0, so its weight is the first slope.
    """
    return np.diff(np.diff(y) / np.diff(x))


@mistake("first-is-zero", see="#any-curve-from-bends")
def bend_weights(x, y):
    """Your first weight is 0, so the network is flat in its first piece. The first ReLU changes the
    slope from 0 to the slope of the first piece, and that's its weight.
    """
    return np.diff(np.diff(y) / np.diff(x), prepend=(y[1] - y[0]) / (x[1] - x[0]))


@mistake("sign-reversed", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You subtract the wrong way around: the slope before a bend minus the slope after it. A bend
    to a larger slope needs a positive weight. Take the slope after it minus the one before.
    """
    slopes = np.diff(y) / np.diff(x)
    return np.append(slopes[0], -np.diff(slopes))


@form()
def all_reversed(x, y):
    return -np.diff(np.diff(y) / np.diff(x), prepend=0.0)


@mistake("distance-forgotten", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You compute with how far each piece rises, but not with how long it is. A slope is the rise
    divided by the distance: `np.diff(y) / np.diff(x)`.
    """
    return np.diff(np.diff(y), prepend=0.0)


@mistake("rises", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You return how far each piece rises. First divide by its length to get its slope. Then each
    weight is the change from one slope to the next.
    """
    return np.diff(y)


@mistake("fraction-turned", see="#any-curve-from-bends")
def bend_weights(x, y):
    """Your slopes are upside down: you divide the distance by the rise. A slope is the rise divided
    by the distance, `np.diff(y) / np.diff(x)`.
    """
    return np.diff(np.diff(x) / np.diff(y), prepend=0.0)


@mistake("added", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You add the slope before a bend. The ReLU has to bring the slope from the old value to the
    new one, so its weight is the difference: subtract the slope before.
    """
    slopes = np.diff(y) / np.diff(x)
    return slopes + np.append(0.0, slopes[:-1])


@mistake("summed-up", see="#any-curve-from-bends")
def bend_weights(x, y):
    """You add up all the slopes so far. It's the other way around: the weights so far add up to the
    slope. So each weight is a slope minus the one before.
    """
    return np.cumsum(np.diff(y) / np.diff(x))


@mistake("bias-among-them", see="#any-curve-from-bends")
def bend_weights(x, y):
    """Your first number is the output's bias, y[0]. Return the weights alone, one for each ReLU,
    and the network adds the bias itself.
    """
    return np.append(y[0], np.diff(np.diff(y) / np.diff(x), prepend=0.0))
