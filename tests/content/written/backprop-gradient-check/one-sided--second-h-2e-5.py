def gradient_check(f, w):
    h = 2e-5
    base = f(w)
    slopes = w.copy()
    for ij in np.ndindex(w.shape):
        nudged = w.copy()
        nudged[ij] += h
        slopes[ij] = (f(nudged) - base) / h
    return slopes
