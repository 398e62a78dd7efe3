def gradient_check(f, w):
    def slope(place):
        h = 3e-6
        up = w.copy()
        down = up.copy()
        up[place], down[place] = w[place] + h, w[place] - h
        return (f(up) - f(down)) / (up[place] - down[place])

    return np.array([slope(place) for place in np.ndindex(w.shape)]).reshape(w.shape)
