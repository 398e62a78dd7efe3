def gradient_check(f, w):
    h = 1e-6
    slopes = np.zeros(w.shape)
    for i, _ in np.ndenumerate(w):
        slopes[i] = (f(w + h) - f(w - h)) / (2 * h)
    return slopes
