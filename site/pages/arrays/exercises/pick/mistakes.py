import numpy as np

from course.exercises.exercise import form, mistake


@mistake("averaged", see="#masks-and-picks")
def shortfall(z, y):
    """You return the mean over all rows, a single number. Return one number for each row."""
    return (z.max(axis=1) - z[np.arange(len(y)), y]).mean()


@mistake("changed-in-place", see="#masks-and-picks")
def shortfall(z, y):
    """Your numbers are right, but your program changes `z` itself. `-=` and `*=` write into the
    array that you were given; `z = z - ...` makes a new one.
    """
    z -= z.max(axis=1, keepdims=True)
    return -z[np.arange(len(y)), y]


@mistake("column-minus-row", see="#stretching")
def shortfall(z, y):
    """Your largest entries are a column, `(n, 1)`, and the picked ones have shape `(n,)`. Together
    they stretch to `(n, n)`, every row against every other. Leave out `keepdims`, so that both have
    shape `(n,)`.
    """
    return z.max(axis=1, keepdims=True) - z[np.arange(len(y)), y]


@mistake("columns-for-every-row", see="#masks-and-picks")
def shortfall(z, y):
    """`z[:, y]` takes all the columns in `y` for every row, which makes `(n, n)` numbers. You
    want only one entry from each row: `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[:, y]


@form()
def largest_as_a_column(z, y):
    return z.max(axis=1, keepdims=True) - z[:, y]


@mistake("counted-from-one", see="#shape")
def shortfall(z, y):
    """You pick the column before the one that `y` names. `y` already counts from 0, as code does,
    so use it as it is.
    """
    return z.max(axis=1) - z[np.arange(len(y)), y - 1]


@mistake("first-choice-for-all", see="#masks-and-picks")
def shortfall(z, y):
    """You pick the same column in every row, the first one that `y` names. Each row has its own
    entry in `y`.
    """
    return z.max(axis=1) - z[:, y[0]]


@mistake("first-row-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the first row's number only. If your `return` is inside a loop, it ends the loop
    in its first round. Handle every row, then return.
    """
    return z[0].max() - z[0, y[0]]


@mistake("indices-swapped", see="#shape")
def shortfall(z, y):
    """You have rows and columns the wrong way around. The row comes first, and `y` names columns:
    `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[y, np.arange(len(y))]


@mistake("largest-of-all", see="#axis")
def shortfall(z, y):
    """You compare with the largest entry of the whole array. Each row has its own largest entry:
    `z.max(axis=1)`.
    """
    return z.max() - z[np.arange(len(y)), y]


@mistake("largest-of-the-others", see="#masks-and-picks")
def shortfall(z, y):
    """You compare with the largest of the other entries, so you get a negative number where `y`
    picks the largest. Include the picked entry: then it's 0.
    """
    rows = np.arange(len(y))
    others = z.copy()
    others[rows, y] = -np.inf
    return others.max(axis=1) - z[rows, y]


@mistake("largest-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the largest entry of each row. Now subtract the one that `y` picks."""
    return z.max(axis=1)


@mistake("mean-for-largest", see="#masks-and-picks")
def shortfall(z, y):
    """You compare with the mean of each row. Use its largest entry, `z.max(axis=1)`."""
    return z.mean(axis=1) - z[np.arange(len(y)), y]


@mistake("not-picked", see="#masks-and-picks")
def shortfall(z, y):
    """You compute the distance for every entry of a row, and `y` plays no part. Keep only the
    entry that `y` picks in each row.
    """
    return z.max(axis=1, keepdims=True) - z


@mistake("picked-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the picked entries. That's the second half: subtract them from the largest entry
    of each row.
    """
    return z[np.arange(len(y)), y]


@mistake("position-for-value", see="#masks-and-picks")
def shortfall(z, y):
    """`argmax` gives the position of the largest entry, and you subtract from it as if it were
    the entry itself. The entry is `z.max(axis=1)`.
    """
    return z.argmax(axis=1) - z[np.arange(len(y)), y]


@mistake("positions-subtracted", see="#masks-and-picks")
def shortfall(z, y):
    """You subtract positions: where the largest entry is, minus the column that `y` names. Subtract
    the entries at those positions instead.
    """
    return z.argmax(axis=1) - y


@form()
def distance_of_positions(z, y):
    return abs(z.argmax(axis=1) - y)


@mistake("right-or-wrong", see="#masks-and-picks")
def shortfall(z, y):
    """You say whether `y` picks the largest entry, and not how far below it the pick is. Subtract
    the picked entry from the largest one.
    """
    return z.argmax(axis=1) != y


@form()
def agreement(z, y):
    return z.argmax(axis=1) == y


@mistake("rows-picked", see="#masks-and-picks")
def shortfall(z, y):
    """`z[y]` picks whole rows, because a single index is a row. You need one column in each row:
    `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[y]


@form()
def largest_as_a_column(z, y):
    return z.max(axis=1, keepdims=True) - z[y]


@mistake("sign-turned", see="#masks-and-picks")
def shortfall(z, y):
    """Your numbers have the wrong sign, because you subtract the largest entry from the picked one.
    Turn the subtraction around.
    """
    return z[np.arange(len(y)), y] - z.max(axis=1)


@mistake("smallest-for-largest", see="#masks-and-picks")
def shortfall(z, y):
    """You measure how far the pick is above the row's smallest entry. Compare with the largest,
    `z.max(axis=1)`.
    """
    return z[np.arange(len(y)), y] - z.min(axis=1)


@mistake("summed", see="#masks-and-picks")
def shortfall(z, y):
    """You add up all rows to a single number. Return one number for each row."""
    return (z.max(axis=1) - z[np.arange(len(y)), y]).sum()


@mistake("wrong-axis", see="#axis")
def shortfall(z, y):
    """With `axis=0`, you take the largest entry of each column. You need the largest entry of
    each row: `axis=1`.
    """
    return z.max(axis=0) - z[np.arange(len(y)), y]
