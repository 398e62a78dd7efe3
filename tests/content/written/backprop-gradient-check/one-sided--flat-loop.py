def gradient_check(f, w):
    h = 1e-5
    start = f(w)
    result = []
    for i in range(w.size):
        moved = w.copy()
        moved.flat[i] += h
        result.append((f(moved) - start) / h)
    return np.array(result).reshape(w.shape)
