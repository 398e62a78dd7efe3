def gradient_check(f, w):
    h = 0.1
    basis = np.eye(w.size)
    slopes = [(f(w + h * b.reshape(w.shape)) - f(w - h * b.reshape(w.shape))) / (2 * h) for b in basis]
    return np.array(slopes).reshape(w.shape)
