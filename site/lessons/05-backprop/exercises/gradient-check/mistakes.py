import numpy as np

from course.exercises.exercise import form, mistake

H = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7)

ONE_SIDED_H = (0.1, 0.01, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 1e-9)


@mistake("absolute", see="#the-slopes-of-layer-1")
def gradient_check(f, w):
    """Your slopes are never negative, even where `f` falls as `w` grows. Gradient descent needs the
    sign, because it says which way is downhill. Keep the sign of the difference between the two
    values of `f`.
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
    """You nudge all elements of `w` at the same time, so each entry of your result is the sum of
    all the slopes. Nudge a single element in each round, and leave the others as they are.
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
    """After your function, `w` is no longer what it was: you leave its elements nudged. The code
    that called it still needs the old numbers. In each round, nudge a fresh copy, `w.copy()`, and
    `w` itself stays as it is.
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
    """Your slopes are twice as large as they should be. From the point below to the point above,
    `w` moves by `2 * h`, but you divide by `h` alone. Divide the difference by `(2 * h)`, with the
    parentheses.
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
    """You halve the difference, but you don't divide it by `h`, so your slopes come out far too
    small. Watch out for `/ 2 * h`: Python divides by 2, then multiplies by `h`. With parentheses,
    `/ (2 * h)`, it divides by both.
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
    """Only the first entry of your result has a slope; the others are still 0. A `return` inside
    the loop does that: it ends the function after one round. Move it out of the loop, to the end.
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
    """All your slopes are 0, so nothing was measured. Print the two arrays that you give to `f` in
    the first round. If they're equal, make real copies with `w.copy()` and use `h = 1e-5`. If not,
    store the slope in `slopes[place]`.
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
    """Your `h` is 1, and that's far too large. Over this distance `f` bends, so the line through
    your two points has another slope than the curve at `w`. Set `h` to about `1e-5`.
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
    """Your `h` is too large. Between your two points `f` bends, so the line through them has
    another slope than the curve at `w`. Set `h` to about `1e-5`: then the bend hardly counts.
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
    """Your `h` is too small. The two values of `f` agree in nearly all their digits, so what's left
    of their difference is mostly rounding. Set `h` to about `1e-5`: then enough digits remain.
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
    """You average all the slopes into one number. But each element of `w` has its own effect on
    `f`, so each one needs its own slope. Return the whole array of slopes, without the mean.
    """
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
    """You return how far `f` moved. A slope also asks how far `w` moved to get there: from your
    lower point to the upper one that's `2 * h`. Divide the difference by `(2 * h)`.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = f(up) - f(down)
    return slopes


@mistake("not-put-back", see="#measure-it")
def gradient_check(f, w):
    """Your nudges pile up: when you get to an element, the ones before it are still nudged. So you
    measure later slopes at the wrong point. Take a fresh copy of `w` in every round.
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
    """You nudge to one side only but divide by `2 * h`, so your slopes come out half as large as
    they should be. Use two nudged copies, one with `h` added and one with `h` subtracted, and take
    the difference of their values.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


@mistake("one-sided-below", see="#measure-it", h=ONE_SIDED_H)
def gradient_check(f, w, h=1e-5):
    """You compare `f` at `w` with `f` a little below it. On one side alone, the bend of the curve
    doesn't cancel, so your slope is less accurate. Nudge both ways, and divide the difference by
    `(2 * h)`.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / h
    return slopes


@mistake("one-sided", see="#measure-it", h=ONE_SIDED_H)
def gradient_check(f, w, h=1e-5):
    """You compare `f` at `w` with `f` a little above it. On one side alone, the bend of the curve
    doesn't cancel, so your slope is less accurate. Nudge both ways, and divide the difference by
    `(2 * h)`.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(down)) / h
    return slopes


@mistake("shape-lost", see="#measure-it")
def gradient_check(f, w):
    """Your slopes come back in another shape than `w` has. Each slope belongs at the index of its
    element, so that an update can subtract one array from the other. Fill `np.zeros(w.shape)`, and
    return it as it is.
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
    """Your slopes have the wrong sign, so gradient descent would climb instead of going down. A
    slope is the value above minus the value below. Swap the two values of `f` in your difference.
    """
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
    """Each entry of your result is a value of `f`, not a slope. A single value can't tell you how
    fast `f` changes. Call `f` twice, with the element nudged up and nudged down, and divide the
    difference by `(2 * h)`.
    """
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        moved = w.copy()
        moved[place] += h
        slopes[place] = f(moved)
    return slopes
