def gradient_check(f, w):
    h = 1e-4
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        d = np.zeros(w.shape)
        d[place] = h
        slopes[place] = (f(w + d) - 2 * f(w) + f(w - d)) / h**2
    return slopes
