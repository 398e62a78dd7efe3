def gradient_check(f, w):
    h = 0.01
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[place] += h
        b[place] -= h
        slopes[place] = (f(a) - f(b)) / (2 * h)
    return slopes
