import numpy as np

from course.exercises.exercise import form, mistake


@mistake("changed-in-place", see="#axis")
def shares(x):
    """Your numbers are right, but you write them into `x` itself, so the original is gone. `x /
    total` makes a new array; `x /= total` and `x[i] = ...` change the old one.
    """
    x /= x.sum(axis=1, keepdims=True)
    return x


@mistake("divided-by-largest", see="#axis")
def shares(x):
    """You divide each row by its largest entry, so that entry becomes 1 and the row adds up to
    more. Divide by the row's sum.
    """
    return x / x.max(axis=1, keepdims=True)


@mistake("divided-by-length", see="#axis")
def shares(x):
    """You divide each row by the root of its summed squares. That makes the squares add up to 1.
    Divide by the plain sum.
    """
    return x / np.sqrt((x * x).sum(axis=1, keepdims=True))


@mistake("first-row-only", see="#axis")
def shares(x):
    """You return the first row's shares only. If your `return` is inside a loop, it ends the loop
    in its first round. Handle every row, then return.
    """
    return x[0] / x[0].sum()


@form()
def still_a_row(x):
    return x[:1] / x[:1].sum()


@mistake("first-sum-for-all", see="#axis")
def shares(x):
    """You divide every row by the first row's sum. Each row needs its own."""
    return x / x[0].sum()


@mistake("keepdims-forgotten", see="#axis")
def shares(x):
    """Your sums have shape `(n,)`, and NumPy lines them up with the columns of `x`. If `x` has as
    many rows as columns, that silently divides by the wrong sums; otherwise it's an error. Keep the
    sums as a column: `x.sum(axis=1, keepdims=True)`.
    """
    return x / x.sum(axis=1)


@mistake("mean-for-sum", see="#axis")
def shares(x):
    """You divide by each row's mean, so every row adds up to its number of entries. Divide by the
    row's sum.
    """
    return x / x.mean(axis=1, keepdims=True)


@mistake("multiplied", see="#axis")
def shares(x):
    """You multiply each row by its sum. A share is the entry divided by the sum."""
    return x * x.sum(axis=1, keepdims=True)


@mistake("percent", see="#axis")
def shares(x):
    """Your rows add up to 100, because you return percentages. Leave out the factor of 100, so that
    every row adds up to 1.
    """
    return 100 * x / x.sum(axis=1, keepdims=True)


@mistake("rounded", see="#axis", digits=(1, 2, 3, 4))
def shares(x, digits=2):
    """You round the shares, so a row may no longer add up to 1. Return the numbers as they are."""
    return np.round(x / x.sum(axis=1, keepdims=True), digits)


@mistake("softmax", see="#axis")
def shares(x):
    """You take the exponential of every entry first. That's softmax, which a later lesson needs.
    Here, divide the entries themselves by their row's sum.
    """
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


@mistake("sums-only", see="#axis")
def shares(x):
    """You return the sums of the rows. That's the first half; now divide `x` by them."""
    return x.sum(axis=1)


@form()
def sums_as_a_column(x):
    return x.sum(axis=1, keepdims=True)


@mistake("transposed", see="#rows-times-columns")
def shares(x):
    """The shares are right, but rows and columns have changed places. If you divide `x.T`, turn the
    result back with another `.T`.
    """
    return x.T / x.sum(axis=1)


@mistake("upside-down", see="#axis")
def shares(x):
    """Your fraction is upside down: you divide the sum by the entry. A share is the entry divided
    by the sum.
    """
    with np.errstate(divide="ignore"):
        return x.sum(axis=1, keepdims=True) / x


@mistake("whole-array", see="#axis")
def shares(x):
    """You divide by the sum of the whole array, so all rows together add up to 1. Each row needs
    its own sum: `x.sum(axis=1, keepdims=True)`.
    """
    return x / x.sum()


@mistake("whole-division", see="#shape")
def shares(x):
    """You divide with `//`, which drops everything after the decimal point. Use `/`."""
    return x // x.sum(axis=1, keepdims=True)


@mistake("wrong-axis", see="#axis")
def shares(x):
    """Your columns add up to 1, because `axis=0` adds up down the columns. To add up along each
    row, use `axis=1`.
    """
    return x / x.sum(axis=0)
