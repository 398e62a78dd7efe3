def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up = w
        up[place] += h
        down = w
        down[place] -= h
        slopes[place] = (f(up) - f(down)) / (2 * h)
    return slopes
