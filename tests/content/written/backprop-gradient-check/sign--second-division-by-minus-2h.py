def gradient_check(f, w):
    h = 1e-6
    grads = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        a, b = w.copy(), w.copy()
        a[i] -= h
        b[i] += h
        grads[i] = (f(a) - f(b)) / h / 2
    return grads
