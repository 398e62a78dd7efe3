def gradient_check(f, w):
    h = 1e-5
    slopes = np.zeros(w.shape)
    it = np.nditer(w, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        w[i] += h
        plus = f(w)
        w[i] -= 2 * h
        minus = f(w)
        slopes[i] = (plus - minus) / (2 * h)
    return slopes
