def gradient_check(f, w):
    h = 1e-4
    directions = np.eye(w.size).reshape((w.size, *w.shape))
    values = [f(w + h * d) / h / 2 - f(w - h * d) / h / 2 for d in directions]
    return np.reshape(values, w.shape)
