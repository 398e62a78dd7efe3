import numpy as np

from course.exercises.exercise import form, mistake

H = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7)

ONE_SIDED_H = (0.1, 0.01, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 1e-9)


@mistake("absolute", see="#measure-it")
def gradient_check(f, w):
    """You drop the sign of every slope. A slope below 0 says that f falls as w grows, and the
    update needs to know.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return np.abs(slopes)


@mistake("all-at-once", see="#measure-it")
def gradient_check(f, w):
    """You nudge all elements of w at the same time, so each place gets the sum of all slopes. Nudge
    one element and leave the others.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up += h
        down -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("changed-in-place", see="#measure-it", left=[sign * h for h in H for sign in (1, -1)])
def gradient_check(f, w, left=1e-5):
    """The slopes are right, but w comes back changed: you nudge the array itself and leave it
    nudged. Work on copies, or put each element back.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    w += left
    return slopes


@mistake("divided-by-h", see="#measure-it")
def gradient_check(f, w):
    """You nudge both ways, so the two points are 2h apart; you divide by h. Every slope comes out
    twice as large.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / h
    return slopes


@mistake("divided-only-by-2", see="#measure-it", h=(1e-3, 1e-4, 1e-6, 1e-7, 1e-8))
def gradient_check(f, w, h=1e-5):
    """Your difference is not divided by h. `/ 2 * h` is read from the left: it divides by 2 and
    then multiplies by h. Write `/ (2 * h)`.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / 2 * h
    return slopes


@form(h=(1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8))
def gradient_check_without_h(f, w, h):
    return gradient_check(f, w, h) / h


@mistake("first-place-only", see="#measure-it")
def gradient_check(f, w):
    """Only the first element has a slope: the `return` stands inside the loop, so it ends after one
    round. Move it behind the loop.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    place = next(np.ndindex(w.shape))
    up, down = w.copy(), w.copy()
    up[place] += h
    down[place] -= h
    slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("h-lost", see="#measure-it")
def gradient_check(f, w):
    """Every slope comes out as 0. Either none is ever stored, or f is called twice at the same
    point: with `up = w` both names mean one array (`w.copy()` makes another), and an h as small as
    1e-18 is lost in w + h. Something around 1e-5 is good.
    """
    h = 1e-18
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("h-of-one", see="#measure-it")
def gradient_check(f, w):
    """Your h is 1, far too large: over such a distance f bends, and you measure a chord and not the
    slope. Something around 1e-5 is good.
    """
    h = 1.0
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("h-too-large", see="#measure-it", h=(0.5, 0.2, 0.05, 0.02, 0.01))
def gradient_check(f, w, h=0.1):
    """Your h is too large. Over such a distance, 0.01 and more, f bends, and you measure a chord
    and not the slope. Something around 1e-5 is good.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("h-too-small", see="#measure-it", h=(1e-11, 1e-13, 1e-14, 1e-15, np.finfo(float).eps))
def gradient_check(f, w, h=1e-12):
    """Your h is too small. Both values of f agree in nearly all their digits, and what is left of
    their difference is rounding. Something around 1e-5 is good.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("mean-of-all", see="#measure-it")
def gradient_check(f, w):
    """You return the mean of all slopes. Each element has a slope of its own."""
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes.mean()


@form()
def mean_everywhere(f, w):
    return np.full(w.shape, gradient_check(f, w))


@mistake("not-divided", see="#measure-it", h=(1e-3, 1e-4, 1e-6, 1e-7, 1e-8))
def gradient_check(f, w, h=1e-5):
    """You return how far f moved. A slope is that divided by how far w moved, 2h."""
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = f(up) - f(down)
    return slopes


@mistake("not-put-back", see="#measure-it")
def gradient_check(f, w):
    """You nudge one element after the other and put none back, so the later slopes are measured
    somewhere else. Take a fresh copy for each place.
    """
    h = 1e-5
    w = w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        w[place] += 0.01
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@form()
def both_copied_once(f, w):
    h = 1e-5
    up, down = w.copy(), w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("one-side-over-2h", see="#measure-it", h=ONE_SIDED_H)
def gradient_check(f, w, h=1e-5):
    """You nudge up only, but divide by 2h: every slope comes out half as large. Take
    f(w - h) off, not f(w).
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("one-sided-below", see="#measure-it", h=ONE_SIDED_H)
def gradient_check(f, w, h=1e-5):
    """You nudge w down only: (f(w) - f(w - h)) / h. Its error shrinks like h, not like h². Measure
    from both sides.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / h
    return slopes


@mistake("one-sided", see="#measure-it", h=ONE_SIDED_H)
def gradient_check(f, w, h=1e-5):
    """You nudge w up only: (f(w + h) - f(w)) / h. Its error shrinks like h, not like h². Measure
    from both sides.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / h
    return slopes


@mistake("shape-lost", see="#measure-it")
def gradient_check(f, w):
    """The numbers are right, but the shape is lost: the slopes come as one flat list. Give them the
    shape of w.
    """
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes.ravel()


@form()
def one_row(f, w):
    return gradient_check(f, w)[None]


@form()
def one_column(f, w):
    return gradient_check(f, w)[:, None]


@mistake("sign", see="#measure-it")
def gradient_check(f, w):
    """Your slopes have the wrong sign: it is what f is above minus what it is below."""
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(down) - f(up)) / (2 * h)
    return slopes


@mistake("value", see="#measure-it", h=[sign * h for h in H for sign in (1, -1)])
def gradient_check(f, w, h=0.0):
    """You return a value of f in every place, and measure nothing: two values of f make a slope."""
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        moved = w.copy()
        moved[place] += h
        slopes[place] = f(moved)
    return slopes
