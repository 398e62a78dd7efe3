import numpy as np

from course.exercises.exercise import form, mistake


@mistake("averaged", see="#masks-and-picks")
def shortfall(z, y):
    """You return one number, the mean over all the rows. Each row should keep its own result, so n
    rows give n numbers. Leave out the mean.
    """
    return (z.max(axis=1) - z[np.arange(len(y)), y]).mean()


@mistake("changed-in-place", see="#term-elementwise")
def shortfall(z, y):
    """Your program changes `z` itself, and the code that called it may still need the old numbers.
    Lines like `z -= ...` or `z[...] = ...` write into the array. Make a new one instead: `z = z -
    ...`.
    """
    z -= z.max(axis=1, keepdims=True)
    return -z[np.arange(len(y)), y]


@mistake("column-minus-row", see="#term-broadcasting")
def shortfall(z, y):
    """Your largest entries are a column, `(n, 1)`, and your picked ones have shape `(n,)`. So both
    stretch to `(n, n)`: every row with every other. Use `z.max(axis=1)` as it is, which has shape
    `(n,)`, too.
    """
    return z.max(axis=1, keepdims=True) - z[np.arange(len(y)), y]


@mistake("columns-for-every-row", see="#masks-and-picks")
def shortfall(z, y):
    """You take every column that `y` names for every row, so you get `(n, n)` numbers. Each row
    needs only one, the column that its own entry of `y` names. Use `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[:, y]


@form()
def largest_as_a_column(z, y):
    return z.max(axis=1, keepdims=True) - z[:, y]


@mistake("counted-from-one", see="#shape")
def shortfall(z, y):
    """You pick the column to the left of the one that `y` names, as if `y` counted from 1. But `y`
    counts from 0, as all code does. Use it as it is.
    """
    return z.max(axis=1) - z[np.arange(len(y)), y - 1]


@mistake("first-choice-for-all", see="#masks-and-picks")
def shortfall(z, y):
    """You pick the same column in every row: the one that the first entry of `y` names. Each row
    has its own entry of `y`. Use `z[np.arange(len(y)), y]`, which goes through both together.
    """
    return z.max(axis=1) - z[:, y[0]]


@mistake("first-row-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the result of the first row only. If your `return` is inside a loop, the function
    ends there, in the first round. Collect the results of all the rows, and return them at the end.
    """
    return z[0].max() - z[0, y[0]]


@mistake("indices-swapped", see="#masks-and-picks")
def shortfall(z, y):
    """You've swapped rows and columns. In the brackets, the row comes first, and `y` names columns,
    so it belongs in second place. Use `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[y, np.arange(len(y))]


@mistake("largest-of-all", see="#axis")
def shortfall(z, y):
    """You compare each row with the largest entry of the whole array. Each row should be compared
    with its own largest entry. Use `z.max(axis=1)`.
    """
    return z.max() - z[np.arange(len(y)), y]


@mistake("largest-of-the-others", see="#masks-and-picks")
def shortfall(z, y):
    """You compare the picked entry with the largest of the other entries. So where `y` picks the
    largest of all, you get a number below 0. Let the picked entry compete, too: then you get
    exactly 0.
    """
    rows = np.arange(len(y))
    others = z.copy()
    others[rows, y] = -np.inf
    return others.max(axis=1) - z[rows, y]


@mistake("largest-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the largest entry of each row. That's half of the work. The question is how far
    the picked entry is below it, so subtract the entry that `y` picks.
    """
    return z.max(axis=1)


@mistake("mean-for-largest", see="#masks-and-picks")
def shortfall(z, y):
    """You compare the picked entry with the mean of its row. The question is how far it's below the
    row's largest entry. Use `z.max(axis=1)` instead of the mean.
    """
    return z.mean(axis=1) - z[np.arange(len(y)), y]


@mistake("not-picked", see="#masks-and-picks")
def shortfall(z, y):
    """You return a number for every entry of a row: how far it's below the largest. Only the entry
    that `y` picks matters. Choose that one from each row of your result.
    """
    return z.max(axis=1, keepdims=True) - z


@mistake("picked-only", see="#masks-and-picks")
def shortfall(z, y):
    """You return the entries that `y` picks. That's half of the work. The question is how far they
    are below the largest entries of their rows, so subtract them from those.
    """
    return z[np.arange(len(y)), y]


@mistake("position-for-value", see="#masks-and-picks")
def shortfall(z, y):
    """You subtract the picked entry from a position, so from where the largest entry is, not from
    how large it is. To get the entry itself, use `z.max(axis=1)`.
    """
    return z.argmax(axis=1) - z[np.arange(len(y)), y]


@mistake("positions-subtracted", see="#masks-and-picks")
def shortfall(z, y):
    """You compare two positions: that of the largest entry, and the one that `y` names. The
    question is how far apart the two entries are. Subtract the entries at those positions.
    """
    return z.argmax(axis=1) - y


@form()
def distance_of_positions(z, y):
    return abs(z.argmax(axis=1) - y)


@mistake("right-or-wrong", see="#masks-and-picks")
def shortfall(z, y):
    """You only compare positions: does `y` name the largest entry, yes or no? The question is how
    far below it the picked entry is. Subtract the picked entry from the largest one.
    """
    return z.argmax(axis=1) != y


@form()
def agreement(z, y):
    return z.argmax(axis=1) == y


@mistake("rows-picked", see="#masks-and-picks")
def shortfall(z, y):
    """You use whole rows, because a single index, as in `z[y]`, stands for a row. You need one
    column from each row instead. Use two indices: `z[np.arange(len(y)), y]`.
    """
    return z.max(axis=1) - z[y]


@form()
def their_largest(z, y):
    return z.max(axis=1) - z[y].max(axis=1)


@form()
def largest_as_a_column(z, y):
    return z.max(axis=1, keepdims=True) - z[y]


@mistake("rows-counted-by-hand", see="#masks-and-picks")
def shortfall(z, y):
    """Your code is for 4 rows only, because `np.arange(4)` always has 4 numbers. Here, `z` can have
    any number of rows. Use `np.arange(len(z))`.
    """
    return z.max(axis=1) - z[np.arange(4), y]


@mistake("sign-turned", see="#masks-and-picks")
def shortfall(z, y):
    """Your results have the wrong sign, because you subtract the largest entry from the picked one.
    The question is how far the pick is below, and that's never negative. Swap the two.
    """
    return z[np.arange(len(y)), y] - z.max(axis=1)


@mistake("smallest-for-largest", see="#masks-and-picks")
def shortfall(z, y):
    """You work out how far the picked entry is above the smallest one in its row. The question is
    how far it's below the largest. Subtract it from `z.max(axis=1)`.
    """
    return z[np.arange(len(y)), y] - z.min(axis=1)


@mistake("summed", see="#masks-and-picks")
def shortfall(z, y):
    """You return one number, the sum over all the rows. Each row should keep its own result, so n
    rows give n numbers. Leave out the sum.
    """
    return (z.max(axis=1) - z[np.arange(len(y)), y]).sum()


@mistake("wrong-axis", see="#axis")
def shortfall(z, y):
    """You compare with the largest entry of each column. Each row needs its own largest entry,
    and `axis=1` runs along the rows. Use `z.max(axis=1)`, which has one number for each row
    already.
    """
    return z.max(axis=0) - z[np.arange(len(y)), y]


@form()
def of_the_picked_column(z, y):
    return z.max(axis=0)[y] - z[np.arange(len(y)), y]
