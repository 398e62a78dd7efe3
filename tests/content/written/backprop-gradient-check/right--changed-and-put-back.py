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
