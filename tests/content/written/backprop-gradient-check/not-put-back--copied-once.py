def gradient_check(f, w):
    h = 1e-4
    up, down = w.copy(), w.copy()
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up[place] += h
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
