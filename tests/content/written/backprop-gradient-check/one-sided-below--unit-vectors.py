def gradient_check(f, w):
    h = 1e-6
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        e = np.zeros_like(w)
        e[place] = 1
        slopes[place] = (f(w) - f(w - h * e)) / h
    return slopes
