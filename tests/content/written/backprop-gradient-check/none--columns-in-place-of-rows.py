def gradient_check(f, w):
    h = 1e-5
    slopes = []
    for column in range(w.shape[-1]):
        for row in range(w.shape[0]):
            up, down = w.copy(), w.copy()
            up[row, column] += h
            down[row, column] -= h
            slopes.append((f(up) - f(down)) / (2 * h))
    return np.reshape(slopes, w.shape)
