def gradient_check(f, w):
    h = 1e-5
    middle = f(w)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        d = np.zeros(w.shape)
        d[place] = h
        right, left = f(w + d) - middle, middle - f(w - d)
        slopes[place] = (right + left) / 2
    return slopes
