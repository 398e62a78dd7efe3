def gradient_check(f, w):
    h = 1e-6
    v = w.copy()
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        v[i] += h
        plus = f(v)
        v[i] -= h
        minus = f(v)
        grads[i] = (plus - minus) / (2 * h)
    return grads
