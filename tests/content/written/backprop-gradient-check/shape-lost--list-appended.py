def gradient_check(f, w):
    h = 1e-5
    slopes = []
    for place in np.ndindex(w.shape):
        up = w.copy()
        up[place] += h
        down = w.copy()
        down[place] -= h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.array(slopes)
