import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from course.exercises.exercise import form, mistake


def products(image, w):
    """Return the products at every position: (rows, columns, tall, wide)."""
    return sliding_window_view(image, w.shape) * w


def slid(image, w, b):
    return products(image, w).sum(axis=(2, 3)) + b


@mistake("flipped", see="#patterns-in-images")
def slide(image, w, b):
    """You flip the filter, so that each weight meets the pixel on the opposite side of its window.
    Convolution in mathematics does that, but PyTorch and this lesson don't: `w[0, 0]` belongs to
    the window's top left pixel. Use `w` as it is.
    """
    return slid(image, w[::-1, ::-1], b)


@form()
def flipped_upside_down(image, w, b):
    return slid(image, w[::-1], b)


@form()
def flipped_left_to_right(image, w, b):
    return slid(image, w[:, ::-1], b)


@mistake("bias-forgotten", see="#one-position-by-hand")
def slide(image, w, b):
    """Your sums leave out the bias. A filter is a neuron, so it adds its bias to each sum. Add `b`
    at every position.
    """
    return slid(image, w, 0)


@mistake("bias-subtracted", see="#one-position-by-hand")
def slide(image, w, b):
    """You subtract the bias. A neuron always adds it: if a bias should make a sum smaller, it's a
    negative number already. Turn the minus into a plus.
    """
    return slid(image, w, -b)


@mistake("bias-per-weight", see="#one-position-by-hand")
def slide(image, w, b):
    """You add the bias once for every weight, so it counts too often. A filter has one bias. Add it
    once per position, after all the products.
    """
    return slid(image, w, b * w.size)


@mistake("bias-multiplied", see="#one-position-by-hand")
def slide(image, w, b):
    """You add the bias to the pixels, so the weights multiply it, too. It belongs at the end, when
    the products are added up. Use `(window * w).sum() + b`.
    """
    return slid(image + b, w, 0)


@mistake("activation-added", see="#one-position-by-hand")
def slide(image, w, b):
    """You apply ReLU to the sums. This function should return z, and that can be negative. ReLU
    comes after it, as a step of its own. Return the sums as they are.
    """
    return np.maximum(slid(image, w, b), 0)


@mistake("one-step-short", see="#how-many-positions")
def slide(image, w, b):
    """Your window stops one step too early, so the last row and the last column of positions are
    missing. In a height of 5, a window of 3 rows can begin at row 0, 1 or 2: that's 5 - 3 + 1
    positions. Let the loops run over `range(height - tall + 1)` and `range(width - wide + 1)`.
    """
    return slid(image, w, b)[:-1, :-1]


@form()
def as_lists(image, w, b):
    return slid(image, w, b)[:-1, :-1].tolist()


@form()
def last_ones_left_at_zero(image, w, b):
    z = slid(image, w, b)
    z[-1], z[:, -1] = 0, 0
    return z


@form()
def last_ones_left_at_the_bias(image, w, b):
    z = slid(image, w, b)
    z[-1], z[:, -1] = b, b
    return z


@form()
def last_row_missing(image, w, b):
    return slid(image, w, b)[:-1]


@form()
def last_column_missing(image, w, b):
    return slid(image, w, b)[:, :-1]


@form()
def last_row_left_at_zero(image, w, b):
    z = slid(image, w, b)
    z[-1] = 0
    return z


@form()
def last_column_left_at_zero(image, w, b):
    z = slid(image, w, b)
    z[:, -1] = 0
    return z


@mistake("one-step-too-far", see="#how-many-positions")
def slide(image, w, b):
    """Your window goes one step too far: at the end it sticks out of the image, and what's left of
    it is smaller than the filter. The last row where it fits begins at `height - tall`. Since
    `range` stops before its end, use `range(height - tall + 1)`, and the same for the columns.
    """
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall + 2, width - wide + 2)) + b
    for i in range(height - tall + 2):
        for j in range(width - wide + 2):
            z[i, j] += (image[i : i + tall, j : j + wide] * w).sum()
    return z


@form()
def result_too_small(image, w, b):
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall + 1, width - wide + 1))
    for i in range(height - tall + 2):
        for j in range(width - wide + 2):
            z[i, j] = (image[i : i + tall, j : j + wide] * w).sum() + b
    return z


@form()
def pixel_by_pixel(image, w, b):
    height, width = image.shape
    tall, wide = w.shape
    z = np.zeros((height - tall + 2, width - wide + 2)) + b
    for i, j in np.ndindex(z.shape):
        for k in range(tall):
            for m in range(wide):
                z[i, j] += image[i + k, j + m] * w[k, m]
    return z


@mistake("padded", see="#how-many-positions")
def slide(image, w, b):
    """Your result also has positions at which the window would stick out of the image. Here, it has
    to stay inside, so z has fewer rows and columns than the image: `height - tall + 1` and `width -
    wide + 1`. Don't put anything around the image, and make z only that large.
    """
    (tall, wide), around = w.shape, np.array(w.shape) - 1
    before, after = around // 2, around - around // 2
    bordered = np.pad(image, ((before[0], after[0]), (before[1], after[1])))
    return slid(bordered, w, b)


@form()
def padded_on_all_sides(image, w, b):
    return slid(np.pad(image, [(one - 1, one - 1) for one in w.shape]), w, b)


@form()
def padded_at_the_end(image, w, b):
    return slid(np.pad(image, [(0, one - 1) for one in w.shape]), w, b)


@form()
def padded_by_one(image, w, b):
    return slid(np.pad(image, 1), w, b)


@form()
def padded_by_half(image, w, b):
    return slid(np.pad(image, [(one // 2, one // 2) for one in w.shape]), w, b)


@form()
def zeros_at_the_end(image, w, b):
    z = np.zeros(image.shape)
    inside = slid(image, w, b)
    z[: len(inside), : inside.shape[1]] = inside
    return z


@form()
def bias_at_the_end(image, w, b):
    return zeros_at_the_end(image, w, b) + b * (zeros_at_the_end(image * 0, w, 1) == 0)


@form()
def zeros_around(image, w, b):
    z = np.zeros(image.shape)
    inside = slid(image, w, b)
    top, left = w.shape[0] // 2, w.shape[1] // 2
    z[top : top + len(inside), left : left + inside.shape[1]] = inside
    return z


@mistake("jumped", see="#how-many-positions")
def slide(image, w, b):
    """Your window jumps by its own size, so most positions are left out. It should move on by a
    single pixel: the windows overlap. Leave out the step in `range`.
    """
    return slid(image, w, b)[:: w.shape[0], :: w.shape[1]]


@mistake("filter-transposed", see="#one-position-by-hand")
def slide(image, w, b):
    """You've swapped the rows and columns of the filter. The weight `w[k, m]` belongs to the pixel
    in row k, column m of the window. Leave out the `.T`, or swap the two indices.
    """
    z = slid(image, w, b) * 0 + b
    for i, j in np.ndindex(z.shape):
        z[i, j] += (image[i : i + w.shape[0], j : j + w.shape[1]] * w.T).sum()
    return z


@form()
def pixel_by_pixel_with_indices_swapped(image, w, b):
    z = slid(image, w, b) * 0 + b
    for i, j in np.ndindex(z.shape):
        for k, m in np.ndindex(w.shape):
            z[i, j] += image[i + k, j + m] * w[m, k]
    return z


@mistake("result-transposed", see="#one-position-by-hand")
def slide(image, w, b):
    """Your result has rows and columns swapped. If the window moves down by one pixel, its sum
    belongs one row further down in z. Write it to `z[i, j]`, where `i` is the window's first row
    and `j` its first column.
    """
    return slid(image, w, b).T


@form()
def image_transposed(image, w, b):
    return slid(image.T, w, b)


@mistake("mean-for-sum", see="#one-position-by-hand")
def slide(image, w, b):
    """You take the mean of the products. A neuron adds them up, without dividing. Use `.sum()`
    instead of the mean.
    """
    return products(image, w).mean(axis=(2, 3)) + b


@form()
def bias_in_the_mean(image, w, b):
    return (products(image, w).sum(axis=(2, 3)) + b) / w.size


@mistake("largest-for-sum", see="#term-max-pooling")
def slide(image, w, b):
    """You take the largest product in each window. Pooling looks for the largest number; a filter
    adds up all its products. Use `.sum()` instead of the maximum.
    """
    return products(image, w).max(axis=(2, 3)) + b


@mistake("rows-times-columns", see="#one-position-by-hand")
def slide(image, w, b):
    """You multiply the window by the filter with `@`, so rows meet columns. Each pixel should only
    meet the weight at its own position in the window. Multiply with `*`, entry by entry.
    """
    z = slid(image, w, b) * 0 + b
    for i, j in np.ndindex(z.shape):
        z[i, j] += (image[i : i + w.shape[0], j : j + w.shape[1]] @ w).sum()
    return z


@mistake("products-not-added", see="#one-position-by-hand")
def slide(image, w, b):
    """You return every product, a small table for each position. A neuron adds its products up to
    one number. Sum over the window, for example with `(window * w).sum()`.
    """
    return products(image, w) + b


@mistake("one-pixel-for-all", see="#one-position-by-hand")
def slide(image, w, b):
    """At each position, you multiply all the weights by the same pixel. A window has as many pixels
    as the filter has weights, and each pixel meets its own. Take the window as a slice: `image[i :
    i + tall, j : j + wide]`.
    """
    rows, columns = slid(image, w, b).shape
    return image[:rows, :columns] * w.sum() + b


@mistake("window-not-moved", see="#one-position-by-hand")
def slide(image, w, b):
    """You get the same number everywhere, because your window stays at the top left. It should
    begin at row `i` and column `j`. Use both in the slice: `image[i : i + tall, j : j + wide]`.
    """
    return slid(image, w, b) * 0 + slid(image, w, b)[0, 0]


@mistake("first-position-only", see="#one-position-by-hand")
def slide(image, w, b):
    """Only the first position has its sum. If your `return` is inside a loop, the function ends
    there, in the first round. Move `return z` out of both loops, below them.
    """
    z = np.zeros(slid(image, w, b).shape)
    z[0, 0] = slid(image, w, b)[0, 0]
    return z


@form()
def a_single_number(image, w, b):
    return slid(image, w, b)[0, 0]


@form()
def bias_everywhere(image, w, b):
    z = slid(image, w, b) * 0 + b
    z[0, 0] = slid(image, w, b)[0, 0]
    return z


@mistake("first-row-only", see="#one-position-by-hand")
def slide(image, w, b):
    """Only the first row of z has its sums. If your `return` is inside the outer loop, the function
    ends there, after one row. Move `return z` out of both loops, below them.
    """
    z = np.zeros(slid(image, w, b).shape)
    z[0] = slid(image, w, b)[0]
    return z


@form()
def bias_in_the_other_rows(image, w, b):
    z = slid(image, w, b) * 0 + b
    z[0] = slid(image, w, b)[0]
    return z


@form()
def that_row_alone(image, w, b):
    return slid(image, w, b)[:1]


@mistake("last-position-only", see="#one-position-by-hand")
def slide(image, w, b):
    """You return a single number, the sum at the last position, as if each round replaced the one
    before. Every position needs a place of its own. Write the sum to `z[i, j]`.
    """
    return slid(image, w, b)[-1, -1]


@mistake("sum-not-reset", see="#one-position-by-hand")
def slide(image, w, b):
    """Your sums run on: each one starts from the sum before instead of from 0. Every position needs
    a sum of its own. Set it back to 0 before you add up a window's products.
    """
    z = slid(image, w, b)
    return np.cumsum(z).reshape(z.shape)


@form()
def bias_added_at_the_end(image, w, b):
    z = slid(image, w, 0)
    return np.cumsum(z).reshape(z.shape) + b


@form()
def reset_for_each_row(image, w, b):
    return np.cumsum(slid(image, w, b), axis=1)


@form()
def reset_for_each_row_bias_at_the_end(image, w, b):
    return np.cumsum(slid(image, w, 0), axis=1) + b


@mistake("filter-cut-short", see="#how-many-positions")
def slide(image, w, b):
    """The filter's last row and column don't count in your sums, as if its loops ended one step too
    early. `range(tall)` ends at `tall - 1` already. Let both inner loops run over all the weights.
    """
    cut = w.copy()
    cut[-1], cut[:, -1] = 0, 0
    return slid(image, cut, b)


@mistake("added-up", see="#one-position-by-hand")
def slide(image, w, b):
    """You add up all the positions, so only one number is left. Each position keeps its own sum.
    Add up over the window, not over the whole result.
    """
    return slid(image, w, b).sum()
