def gradient_check(f, w):
    base = f(w)
    slopes = w.copy()
    for ij in np.ndindex(w.shape):
        nudged = w.copy()
        nudged[ij] += 1e-7
        slopes[ij] = (f(nudged) - base) / 1e-7
    return slopes
