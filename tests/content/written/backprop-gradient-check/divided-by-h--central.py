def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)

    def shifted(place, by):
        v = w.copy()
        v[place] = v[place] + by
        return f(v)

    for place in np.ndindex(w.shape):
        rise = shifted(place, h) - shifted(place, -h)
        slopes[place] = rise / h
    return slopes
