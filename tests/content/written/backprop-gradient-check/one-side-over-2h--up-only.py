def gradient_check(f, w):
    eps = 1e-4
    slopes = np.zeros_like(w)
    for ij, value in np.ndenumerate(w):
        moved = np.array(w)
        moved[ij] = value + eps
        slopes[ij] = (f(moved) - f(w)) / (2 * eps)
    return slopes
