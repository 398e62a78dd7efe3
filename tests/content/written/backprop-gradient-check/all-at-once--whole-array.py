def gradient_check(f, w):
    h = 1e-5
    slope = (f(w + h) - f(w - h)) / (2 * h)
    return np.full(w.shape, slope)
