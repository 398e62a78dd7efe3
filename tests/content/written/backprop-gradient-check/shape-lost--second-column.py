def gradient_check(f, w):
    h = 1e-5
    grads = np.zeros((w.size, 1))
    for k in range(w.size):
        e = np.zeros(w.size)
        e[k] = h
        e = e.reshape(w.shape)
        grads[k] = (f(w + e) - f(w - e)) / (2 * h)
    return grads
