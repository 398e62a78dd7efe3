def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[i] += 2 * h
        b[i] -= h
        grads[i] = (f(a) - f(b)) / (2 * h)
    return grads
