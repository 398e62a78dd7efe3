def gradient_check(f, w):
    eps = 1e-4
    grads = []
    for e in np.eye(w.size):
        step = eps * e.reshape(w.shape)
        grads.append((f(w + step) - f(w - step)) / eps)
    return np.reshape(grads, w.shape)
