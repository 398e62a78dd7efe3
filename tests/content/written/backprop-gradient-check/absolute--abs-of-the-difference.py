def gradient_check(f, w):
    h = 1e-5
    out = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        v = w.copy()
        v[place] += h
        high = f(v)
        v[place] -= 2 * h
        low = f(v)
        out[place] = abs(high - low) / (2 * h)
    return out
