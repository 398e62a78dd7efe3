def gradient_check(f, w):
    h = 1e-13
    slopes = np.zeros(w.size)
    for k in range(w.size):
        d = np.zeros(w.size)
        d[k] = h
        d = d.reshape(w.shape)
        slopes[k] = (f(w + d) - f(w - d)) / (2 * h)
    return slopes.reshape(w.shape)
