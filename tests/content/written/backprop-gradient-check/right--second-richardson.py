def gradient_check(f, w):
    def central(e, h):
        return (f(w + h * e) - f(w - h * e)) / (2 * h)

    out = np.zeros(w.size)
    for k, e in enumerate(np.eye(w.size)):
        e = e.reshape(w.shape)
        out[k] = (4 * central(e, 1e-4) - central(e, 2e-4)) / 3
    return out.reshape(w.shape)
