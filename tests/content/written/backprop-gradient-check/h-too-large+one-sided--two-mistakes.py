def gradient_check(f, w):
    h = 0.1
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up = w.copy()
        up[place] += h
        slopes[place] = (f(up) - f(w)) / h
    return slopes
