def gradient_check(f, w):
    h = 1e-4
    out = np.zeros(w.size)
    for k in range(w.size):
        v = w.copy().ravel()
        v[k] += h
        high = f(v.reshape(w.shape))
        v[k] -= h + h
        out[k] = high - f(v.reshape(w.shape))
    return out.reshape(w.shape)
