import numpy as np

from course.exercises.exercise import form, mistake


@mistake("changed-in-place", see="#term-elementwise")
def shares(x):
    """You change `x` itself, and the code that called your function may still need it. Lines like
    `x /= ...` or `x[i] = ...` write into the array. A plain `x / ...` makes a new one: return that.
    """
    x /= x.sum(axis=1, keepdims=True)
    return x


@mistake("divided-by-largest", see="#axis")
def shares(x):
    """You divide each row by its largest entry, so the largest becomes 1, as if it were the whole.
    A share is a part of the whole row, which is its sum. Divide by that.
    """
    return x / x.max(axis=1, keepdims=True)


@mistake("divided-by-length", see="#axis")
def shares(x):
    """You divide each row by the square root of its summed squares. Then the squares of a row add
    up to 1, but the numbers themselves don't. Divide by the plain sum of the row.
    """
    return x / np.sqrt((x * x).sum(axis=1, keepdims=True))


@mistake("first-row-only", see="#axis")
def shares(x):
    """You return the shares of the first row only. If your `return` is inside a loop, the function
    ends there, in the first round. Work out all the rows, and return them at the end.
    """
    return x[0] / x[0].sum()


@form()
def others_left_at_0(x):
    result = np.zeros(x.shape)
    result[0] = x[0] / x[0].sum()
    return result


@form()
def still_a_row(x):
    return x[:1] / x[:1].sum()


@mistake("first-sum-for-all", see="#axis")
def shares(x):
    """You divide every row by the sum of the first row. That's right for the first row only. Let
    each row have its own sum: `x.sum(axis=1, keepdims=True)`.
    """
    return x / x[0].sum()


@mistake("keepdims-forgotten", see="#axis")
def shares(x):
    """Your sums have shape `(n,)`, so NumPy puts them side by side, one for each column of `x`.
    With as many rows as columns the results are then wrong, and otherwise the sizes rarely fit.
    Keep the sums as a column: `x.sum(axis=1, keepdims=True)`.
    """
    return x / x.sum(axis=1)


@mistake("mean-for-sum", see="#axis")
def shares(x):
    """You divide each row by its mean, so it adds up to the number of its entries. A share is a
    part of the whole row. Divide by the row's sum.
    """
    return x / x.mean(axis=1, keepdims=True)


@mistake("multiplied", see="#axis")
def shares(x):
    """You multiply each row by its sum. A share is a part of the whole row: the entry, divided by
    the sum of all the entries. Divide instead.
    """
    return x * x.sum(axis=1, keepdims=True)


@mistake("percent", see="#axis")
def shares(x):
    """Your rows add up to 100, because your shares are in percent. Here, each row should add up to
    1. Leave out the factor of 100.
    """
    return 100 * x / x.sum(axis=1, keepdims=True)


@mistake("rounded", see="#axis", digits=(1, 2, 3, 4))
def shares(x, digits=2):
    """You round your shares, so a row may no longer add up to exactly 1. Rounding is fine for
    showing numbers, but not for computing with them. Return the shares as they are.
    """
    return np.round(x / x.sum(axis=1, keepdims=True), digits)


@mistake("softmax", see="#axis")
def shares(x):
    """You take the exponential of every entry before you divide. That's softmax, which comes in a
    later lesson. Here, the entries themselves should be divided by the sum of their row.
    """
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


@mistake("sums-only", see="#axis")
def shares(x):
    """You return the sums of the rows. That's half of the work. For the shares, divide `x` by them,
    with one sum for each row.
    """
    return x.sum(axis=1)


@form()
def sums_as_a_column(x):
    return x.sum(axis=1, keepdims=True)


@mistake("transposed", see="#rows-times-columns")
def shares(x):
    """Your result has the rows and columns of `x` swapped. `x.T` turns rows into columns, so if you
    use it, turn the result back at the end with one more `.T`.
    """
    return x.T / x.sum(axis=1)


@mistake("upside-down", see="#axis")
def shares(x):
    """Your fraction is upside down: you divide the sum of the row by the entry. A share is the
    entry divided by the sum. Swap the two.
    """
    with np.errstate(divide="ignore"):
        return x.sum(axis=1, keepdims=True) / x


@mistake("whole-array", see="#axis")
def shares(x):
    """You divide by the sum of the whole array, so only all the rows together add up to 1. Each row
    needs a sum of its own. Use `x.sum(axis=1, keepdims=True)`.
    """
    return x / x.sum()


@mistake("whole-division", see="#axis")
def shares(x):
    """Your shares are whole numbers, because everything after the decimal point is dropped, as with
    `//`. A share is nearly always less than 1, so it becomes 0. Divide with `/`.
    """
    return x // x.sum(axis=1, keepdims=True)


@mistake("wrong-axis", see="#axis")
def shares(x):
    """You divide by the sums of the columns, so each column adds up to 1. It's the rows that
    should. Add up along each row, which is `axis=1` in NumPy.
    """
    return x / x.sum(axis=0)
