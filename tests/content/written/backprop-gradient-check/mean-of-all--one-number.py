def gradient_check(f, w):
    h = 1e-5
    total = 0
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        total += (f(up) - f(down)) / (2 * h)
    return np.ones(w.shape) * total / w.size
