def gradient_check(f, w):
    eps = 1e-6
    flat = w.flatten()
    out = np.zeros(flat.size)
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = eps
        higher = f((flat + step).reshape(w.shape))
        lower = f((flat - step).reshape(w.shape))
        out[i] = (higher - lower) / (eps + eps)
    return out.reshape(w.shape)
