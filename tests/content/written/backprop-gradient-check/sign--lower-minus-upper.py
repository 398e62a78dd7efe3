def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    for i in range(w.size):
        place = np.unravel_index(i, w.shape)
        before, after = w.copy(), w.copy()
        before[place] -= h
        after[place] += h
        slopes[place] = (f(before) - f(after)) / (2 * h)
    return slopes
