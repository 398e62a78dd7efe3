import numpy as np

from course.exercises.exercise import form, mistake


@mistake("axis-0", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up down the columns, so you get a number for each pixel, over all the images. Each
    image needs its own sums. Add up along its row: `.sum(axis=1)`.
    """
    products = x * w
    return np.maximum(products, 0).sum(axis=0), np.minimum(products, 0).sum(axis=0)


@mistake("axis-forgotten", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up all the images together, so you get just one number for each result. Every image
    needs its own. Add up along the rows: `.sum(axis=1)`.
    """
    products = x * w
    return np.maximum(products, 0).sum(), np.minimum(products, 0).sum()


@form()
def filled(x, w):
    products = x * w
    pro, con = np.maximum(products, 0).sum(), np.minimum(products, 0).sum()
    return np.full(len(x), pro), np.full(len(x), con)


@mistake("counted", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You count the products above and below 0, so a faint pixel counts as much as a dark one. It's
    their sizes that make up z. Add up the products themselves.
    """
    products = x * w
    return (products > 0).sum(axis=1), (products < 0).sum(axis=1)


@form()
def counted_below_as_negative(x, w):
    products = x * w
    return (products > 0).sum(axis=1), -(products < 0).sum(axis=1)


@mistake("ink-ignored", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up the weights alone, so every image gets the same two numbers. A weight only counts
    where the image has ink. Multiply first: `x * w`.
    """
    pro, con = np.maximum(w, 0).sum(), np.minimum(w, 0).sum()
    return np.full(len(x), pro), np.full(len(x), con)


@form()
def single_numbers(x, w):
    return np.maximum(w, 0).sum(), np.minimum(w, 0).sum()


@mistake("shades-ignored", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up the weights of all pixels that have any ink, so light gray counts as much as
    black. Multiply each weight by its input: `x * w`.
    """
    weights = (x > 0) * w
    return np.maximum(weights, 0).sum(axis=1), np.minimum(weights, 0).sum(axis=1)


@mistake("weights-ignored", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up the ink on positive and on negative weights, but not how much each weight counts.
    Multiply first: `x * w`.
    """
    return (x * (w > 0)).sum(axis=1), (x * (w < 0)).sum(axis=1)


@form()
def ink_below_as_negative(x, w):
    return (x * (w > 0)).sum(axis=1), -(x * (w < 0)).sum(axis=1)


@mistake("sum-split", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up all the products of an image first, and then look at the sign of the sum. So one
    of your two results is always 0. Split the products first, and then add up each part.
    """
    total = (x * w).sum(axis=1)
    return np.maximum(total, 0), np.minimum(total, 0)


@mistake("minus-lost", see="#one-neuron-reads-digits")
def evidence(x, w):
    """Your second result has lost its minus sign. The products below 0 add up to a number below 0,
    so that both results and the bias add up to z. Keep the sign.
    """
    products = x * w
    return np.maximum(products, 0).sum(axis=1), -np.minimum(products, 0).sum(axis=1)


@mistake("swapped", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You return the two results in the wrong order. What speaks for a 1 comes first: the sum of
    the products above 0. Swap them.
    """
    products = x * w
    return np.minimum(products, 0).sum(axis=1), np.maximum(products, 0).sum(axis=1)


@mistake("mean-for-sum", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You divide by the number of pixels, so you get means. A neuron adds up its products. Use
    `.sum(axis=1)`.
    """
    products = x * w
    return np.maximum(products, 0).mean(axis=1), np.minimum(products, 0).mean(axis=1)


@form()
def mean_of_its_own_kind(x, w):
    products = x * w
    up, down = products > 0, products < 0
    many, few = np.maximum(up.sum(axis=1), 1), np.maximum(down.sum(axis=1), 1)
    return (products * up).sum(axis=1) / many, (products * down).sum(axis=1) / few


@mistake("largest-only", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You return only the largest and the smallest product of each image. Every pixel with ink has
    a say. Add up all the products above 0, and all below 0.
    """
    products = np.column_stack([x * w, np.zeros(len(x))])
    return products.max(axis=1), products.min(axis=1)


@form()
def largest_without_zero(x, w):
    products = x * w
    return products.max(axis=1), products.min(axis=1)


@mistake("first-image-only", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You return the sums of the first image only. Work out all the images, and return one number
    for each.
    """
    products = x[0] * w
    return np.maximum(products, 0).sum(), np.minimum(products, 0).sum()


@form()
def others_left_at_0(x, w):
    pro, con = np.zeros(len(x)), np.zeros(len(x))
    pro[0], con[0] = np.maximum(x[0] * w, 0).sum(), np.minimum(x[0] * w, 0).sum()
    return pro, con


@mistake("not-added", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You split the products but don't add them up, so there's still a number for every pixel. Add
    up along each row: `.sum(axis=1)`.
    """
    products = x * w
    return np.maximum(products, 0), np.minimum(products, 0)


@form()
def picked_by_a_mask(x, w):
    products = x * w
    return products[products > 0], products[products < 0]


@mistake("rows-lost", see="#one-neuron-reads-digits")
def evidence(x, w):
    """You add up along axis 1, but your numbers have only axis 0. A mask, as in `p[p > 0]`, returns
    a single line of numbers, without rows, and `x @ w` has added up each row already. Keep the
    shape of `x * w`, with 0 in place of what doesn't belong: `p * (p > 0)`.
    """
    products = x * w
    return products[products > 0].sum(axis=1), products[products < 0].sum(axis=1)
