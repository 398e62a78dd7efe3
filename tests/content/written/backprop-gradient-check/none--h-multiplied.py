def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] *= 1 + h
        down[place] *= 1 - h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
