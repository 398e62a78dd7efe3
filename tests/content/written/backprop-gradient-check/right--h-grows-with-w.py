def gradient_check(f, w):
    slopes = np.zeros_like(w)
    for place, value in np.ndenumerate(w):
        h = 1e-5 * max(1.0, abs(value))
        up, down = np.array(w), np.array(w)
        up[place] = value + h
        down[place] = value - h
        slopes[place] = (f(up) - f(down)) / (up[place] - down[place])
    return slopes
