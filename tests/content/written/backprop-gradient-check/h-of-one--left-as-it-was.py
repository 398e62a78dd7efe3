def gradient_check(f, w):
    h = 1.0
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[place] = h
        slopes[place] = 0.5 * (f(w + e) - f(w - e))
    return slopes
