def gradient_check(f, w):
    h = 1e-3

    def at(place, distance):
        v = w.copy()
        v[place] += distance
        return f(v)

    slopes = np.zeros(w.shape)
    for place in np.ndindex(*w.shape):
        near = at(place, h) - at(place, -h)
        far = at(place, 2 * h) - at(place, -2 * h)
        slopes[place] = (8 * near - far) / (12 * h)
    return slopes
