def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        w[i] -= h
        minus = f(w)
        w[i] += 2 * h
        plus = f(w)
        grads[i] = (plus - minus) / (2 * h)
    return grads
