from course.exercises.exercise import mistake


@mistake("labels-left-behind", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """The rows of `x` are in the new order, but the labels are still in the old one, so most rows
    get another row's label. A network can't learn that. Return `y[order]`, too.
    """
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[order], y


@mistake("rows-left-behind", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """The labels are in the new order, but the rows of `x` are still in the old one, so most rows
    get another row's label. Return `x[order]`, too.
    """
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x, y[order]


@mistake("one-scale-for-all", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You use one mean and one deviation for the whole array, so a column of large numbers stays
    larger than the others. Each column needs its own: `x.mean(axis=0)` and `x.std(axis=0)`.
    """
    x = (x - x.mean()) / x.std()
    return x[order], y[order]


@mistake("axis-swapped", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You scale each row, which mixes numbers of different kinds. A feature is a column, so its
    mean and its deviation run down the rows. Use `axis=0`, which gives one number per column.
    """
    x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
    return x[order], y[order]


@mistake("not-scaled", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """The order is right, but `x` has its old scale, so a column of large numbers still counts more
    than the others. Subtract each column's mean, then divide by its standard deviation.
    """
    return x[order], y[order]


@mistake("mean-alone", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """Each column has mean 0 now, but its numbers are as far apart as before, so the columns still
    have different sizes. Divide by the column's standard deviation, `x.std(axis=0)`.
    """
    x = x - x.mean(axis=0)
    return x[order], y[order]


@mistake("mean-kept", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You divide by the standard deviation, but the mean is still in there, so the columns aren't
    centered at 0. Subtract `x.mean(axis=0)` first.
    """
    x = x / x.std(axis=0)
    return x[order], y[order]


@mistake("parentheses-missing", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """Division comes before subtraction, so you divide only the mean by the standard deviation.
    Put the difference in parentheses: `(x - mean) / deviation`.
    """
    x = x - x.mean(axis=0) / x.std(axis=0)
    return x[order], y[order]


@mistake("variance-for-deviation", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You divide by the variance, which is the square of the standard deviation, so each column has
    another size than 1. Divide by the deviation itself, `x.std(axis=0)`.
    """
    x = (x - x.mean(axis=0)) / x.var(axis=0)
    return x[order], y[order]


@mistake("sample-deviation", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """Your deviation divides by n - 1, as for a sample. Here it's `np.std` as it comes, which
    divides by n. Leave out `ddof=1`.
    """
    x = (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)
    return x[order], y[order]


@mistake("zero-to-one", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You bring each column between 0 and 1. That's a good scale, too, but the task asks for mean 0
    and standard deviation 1. Use `x.mean(axis=0)` and `x.std(axis=0)`.
    """
    x = (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0))
    return x[order], y[order]


@mistake("order-reversed", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """You put row 0 at the position `order[0]`. It's the other way around: `order` lists which row
    comes first, which comes second, and so on. Index both arrays with `order` itself.
    """
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x[order.argsort()], y[order.argsort()]


@mistake("not-shuffled", see="#when-it-doesnt-learn")
def prepare(x, y, order):
    """The scale is right, but the rows are in their old order. If they're sorted by class, each
    batch has only one class. Index both arrays: `x[order]` and `y[order]`.
    """
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x, y
