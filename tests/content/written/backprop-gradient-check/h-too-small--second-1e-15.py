def gradient_check(f, w):
    h = 1e-15
    grads = np.zeros_like(w)
    for i, v in np.ndenumerate(w):
        c = w.copy()
        c[i] = v + h
        plus = f(c)
        c[i] = v - h
        grads[i] = (plus - f(c)) / (2 * h)
    return grads
