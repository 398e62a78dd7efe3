# %% absolute: abs-of-the-difference
def gradient_check(f, w):
    h = 1e-5
    out = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        v = w.copy()
        v[place] += h
        high = f(v)
        v[place] -= 2 * h
        low = f(v)
        out[place] = abs(high - low) / (2 * h)
    return out


# %% all-at-once: inside-the-loop
def gradient_check(f, w):
    h = 1e-6
    slopes = np.zeros(w.shape)
    for i, _ in np.ndenumerate(w):
        slopes[i] = (f(w + h) - f(w - h)) / (2 * h)
    return slopes


# %% all-at-once: whole-array
def gradient_check(f, w):
    h = 1e-5
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return np.full(w.shape, slope)


# %% changed-in-place: nditer
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    it = np.nditer(w, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        w[i] += h
        plus = f(w)
        w[i] -= 2 * h
        minus = f(w)
        slopes[i] = (plus - minus) / (2 * h)
    return slopes


# %% changed-in-place: second-plus-left
def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        w[i] -= h
        minus = f(w)
        w[i] += 2 * h
        plus = f(w)
        grads[i] = (plus - minus) / (2 * h)
    return grads


# %% divided-by-h: central
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)

    def shifted(place, by):
        v = w.copy()
        v[place] = v[place] + by
        return f(v)

    for place in np.ndindex(w.shape):
        rise = shifted(place, h) - shifted(place, -h)
        slopes[place] = rise / h
    return slopes


# %% divided-by-h: second-h-1e-4
def gradient_check(f, w):
    eps = 1e-4
    grads = []
    for e in np.eye(w.size):
        step = eps * e.reshape(w.shape)
        grads.append((f(w + step) - f(w - step)) / eps)
    return np.reshape(grads, w.shape)


# %% divided-only-by-2: brackets-missing
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / 2 * h
    return slopes


# %% divided-only-by-2: mean-of-both-sides
def gradient_check(f, w):
    h = 1e-5
    middle = f(w)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        d = np.zeros(w.shape)
        d[place] = h
        right, left = f(w + d) - middle, middle - f(w - d)
        slopes[place] = (right + left) / 2
    return slopes


# %% divided-only-by-2: second-h-1e-4
def gradient_check(f, w):
    eps = 1e-4
    grads = []
    for e in np.eye(w.size):
        step = eps * e.reshape(w.shape)
        grads.append((f(w + step) - f(w - step)) / 2 * eps)
    return np.reshape(grads, w.shape)


# %% first-place-only: return-in-the-loop
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
        return slopes


# %% h-lost: no-copies
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up = w
        up[place] += h
        down = w
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% h-of-one: left-as-it-was
def gradient_check(f, w):
    h = 1.0
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[place] = h
        slopes[place] = 0.5 * (f(w + e) - f(w - e))
    return slopes


# %% h-too-large+one-sided: two-mistakes
def gradient_check(f, w):
    h = 0.1
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up = w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(w)) / h
    return slopes


# %% h-too-large: a-hundredth
def gradient_check(f, w):
    h = 0.01
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[place] += h
        b[place] -= h
        slopes[place] = (f(a) - f(b)) / (2 * h)
    return slopes


# %% h-too-large: a-tenth
def gradient_check(f, w):
    h = 0.1
    basis = np.eye(w.size)
    slopes = [(f(w + h * b.reshape(w.shape)) - f(w - h * b.reshape(w.shape))) / (2 * h) for b in basis]
    return np.array(slopes).reshape(w.shape)


# %% h-too-small: 1e-13
def gradient_check(f, w):
    h = 1e-13
    slopes = np.zeros(w.size)
    for k in range(w.size):
        d = np.zeros(w.size)
        d[k] = h
        d = d.reshape(w.shape)
        slopes[k] = (f(w + d) - f(w - d)) / (2 * h)
    return slopes.reshape(w.shape)


# %% h-too-small: machine-epsilon
def gradient_check(f, w):
    h = np.finfo(float).eps
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[place] += h
        b[place] -= h
        slopes[place] = (f(a) - f(b)) / (2 * h)
    return slopes


# %% h-too-small: second-1e-15
def gradient_check(f, w):
    h = 1e-15
    grads = np.zeros_like(w)
    for i, v in np.ndenumerate(w):
        c = w.copy()
        c[i] = v + h
        plus = f(c)
        c[i] = v - h
        grads[i] = (plus - f(c)) / (2 * h)
    return grads


# %% mean-of-all: one-number
def gradient_check(f, w):
    h = 1e-5
    total = 0
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        total += (f(up) - f(down)) / (2 * h)
    return np.ones(w.shape) * total / w.size


# %% none: columns-in-place-of-rows
def gradient_check(f, w):
    h = 1e-5
    slopes = []
    for column in range(w.shape[-1]):
        for row in range(w.shape[0]):
            up, down = w.copy(), w.copy()
            up[row, column] += h
            down[row, column] -= h
            slopes.append((f(up) - f(down)) / (2 * h))
    return np.reshape(slopes, w.shape)


# %% none: float32
def gradient_check(f, w):
    h = 1e-5
    w = w.astype(np.float32)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% none: h-multiplied
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] *= 1 + h
        down[place] *= 1 - h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% none: row-at-a-time
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for i in range(len(w)):
        up, down = w.copy(), w.copy()
        up[i] += h
        down[i] -= h
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% none: second-h-halved-once
def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[i] += 2 * h
        b[i] -= h
        grads[i] = (f(a) - f(b)) / (2 * h)
    return grads


# %% none: second-slope
def gradient_check(f, w):
    h = 1e-4
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        d = np.zeros(w.shape)
        d[place] = h
        slopes[place] = (f(w + d) - 2 * f(w) + f(w - d)) / h**2
    return slopes


# %% none: slope-times-w
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h) * w[place]
    return slopes


# %% none: sum-of-both
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) + f(down)) / (2 * h)
    return slopes


# %% not-divided: difference-returned
def gradient_check(f, w):
    h = 1e-4
    out = np.zeros(w.size)
    for k in range(w.size):
        v = w.copy().ravel()
        v[k] += h
        high = f(v.reshape(w.shape))
        v[k] -= h + h
        out[k] = high - f(v.reshape(w.shape))
    return out.reshape(w.shape)


# %% not-put-back: copied-once
def gradient_check(f, w):
    h = 1e-4
    up, down = w.copy(), w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% one-side-over-2h: second-put-back
def gradient_check(f, w):
    h = 1e-6
    v = w.copy()
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        v[i] += h
        plus = f(v)
        v[i] -= h
        minus = f(v)
        grads[i] = (plus - minus) / (2 * h)
    return grads


# %% one-side-over-2h: up-only
def gradient_check(f, w):
    eps = 1e-4
    slopes = np.zeros_like(w)
    for ij, value in np.ndenumerate(w):
        moved = np.array(w)
        moved[ij] = value + eps
        slopes[ij] = (f(moved) - f(w)) / (2 * eps)
    return slopes


# %% one-sided: flat-loop
def gradient_check(f, w):
    h = 1e-5
    start = f(w)
    result = []
    for i in range(w.size):
        moved = w.copy()
        moved.flat[i] += h
        result.append((f(moved) - start) / h)
    return np.array(result).reshape(w.shape)


# %% one-sided: second-h-1e-7
def gradient_check(f, w):
    base = f(w)
    slopes = w.copy()
    for ij in np.ndindex(w.shape):
        nudged = w.copy()
        nudged[ij] += 1e-7
        slopes[ij] = (f(nudged) - base) / 1e-7
    return slopes


# %% one-sided: second-h-2e-5
def gradient_check(f, w):
    h = 2e-5
    base = f(w)
    slopes = w.copy()
    for ij in np.ndindex(w.shape):
        nudged = w.copy()
        nudged[ij] += h
        slopes[ij] = (f(nudged) - base) / h
    return slopes


# %% one-sided-below: unit-vectors
def gradient_check(f, w):
    h = 1e-6
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        e = np.zeros_like(w)
        e[place] = 1
        slopes[place] = (f(w) - f(w - h * e)) / h
    return slopes


# %% right: changed-and-put-back
def gradient_check(f, w):
    h = 1e-5
    slopes = np.empty_like(w)
    it = np.nditer(w, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        old = w[ix]
        w[ix] = old + h
        fxph = f(w)
        w[ix] = old - h
        fxmh = f(w)
        w[ix] = old
        slopes[ix] = (fxph - fxmh) / (2 * h)
        it.iternext()
    return slopes


# %% right: directions
def gradient_check(f, w):
    h = 1e-4
    directions = np.eye(w.size).reshape((w.size, *w.shape))
    values = [f(w + h * d) / h / 2 - f(w - h * d) / h / 2 for d in directions]
    return np.reshape(values, w.shape)


# %% right: five-points
def gradient_check(f, w):
    h = 1e-3

    def at(place, distance):
        v = w.copy()
        v[place] += distance
        return f(v)

    slopes = np.zeros(w.shape)
    for place in np.ndindex(*w.shape):
        near = at(place, h) - at(place, -h)
        far = at(place, 2 * h) - at(place, -2 * h)
        slopes[place] = (8 * near - far) / (12 * h)
    return slopes


# %% right: flat-loop
def gradient_check(f, w):
    eps = 1e-6
    flat = w.flatten()
    out = np.zeros(flat.size)
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = eps
        higher = f((flat + step).reshape(w.shape))
        lower = f((flat - step).reshape(w.shape))
        out[i] = (higher - lower) / (eps + eps)
    return out.reshape(w.shape)


# %% right: h-grows-with-w
def gradient_check(f, w):
    slopes = np.zeros_like(w)
    for place, value in np.ndenumerate(w):
        h = 1e-5 * max(1.0, abs(value))
        up, down = np.array(w), np.array(w)
        up[place] = value + h
        down[place] = value - h
        slopes[place] = (f(up) - f(down)) / (up[place] - down[place])
    return slopes


# %% right: second-h-per-place
def gradient_check(f, w):
    def slope(place):
        h = 3e-6
        up = w.copy()
        down = up.copy()
        up[place], down[place] = w[place] + h, w[place] - h
        return (f(up) - f(down)) / (up[place] - down[place])

    return np.array([slope(place) for place in np.ndindex(w.shape)]).reshape(w.shape)


# %% right: second-richardson
def gradient_check(f, w):
    def central(e, h):
        return (f(w + h * e) - f(w - h * e)) / (2 * h)

    out = np.zeros(w.size)
    for k, e in enumerate(np.eye(w.size)):
        e = e.reshape(w.shape)
        out[k] = (4 * central(e, 1e-4) - central(e, 2e-4)) / 3
    return out.reshape(w.shape)


# %% right: two-one-sided-slopes
def gradient_check(f, w):
    h = 1e-5
    middle = f(w)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        nudge = np.zeros(w.shape)
        nudge[place] = h
        right = (f(w + nudge) - middle) / h
        left = (middle - f(w - nudge)) / h
        slopes[place] = (right + left) / 2
    return slopes


# %% shape-lost: list-appended
def gradient_check(f, w):
    h = 1e-5
    slopes = []
    for place in np.ndindex(w.shape):
        up = w.copy()
        up[place] += h
        down = w.copy()
        down[place] -= h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)


# %% shape-lost: second-column
def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros((w.size, 1))
    for k in range(w.size):
        e = np.zeros(w.size)
        e[k] = h
        e = e.reshape(w.shape)
        grads[k] = (f(w + e) - f(w - e)) / (2 * h)
    return grads


# %% sign+divided-by-h: two-mistakes
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        slopes[place] = (f(down) - f(up)) / h
    return slopes


# %% sign: lower-minus-upper
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for i in range(w.size):
        place = np.unravel_index(i, w.shape)
        before, after = w.copy(), w.copy()
        before[place] -= h
        after[place] += h
        slopes[place] = (f(before) - f(after)) / (2 * h)
    return slopes


# %% sign: second-division-by-minus-2h
def gradient_check(f, w):
    h = 1e-6
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[i] -= h
        b[i] += h
        grads[i] = (f(a) - f(b)) / h / 2
    return grads


# %% value: f-at-the-nudged-place
def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up = w.copy()
        up[place] += h
        slopes[place] = f(up)
    return slopes
