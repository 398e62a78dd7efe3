def gradient_check(f, w):
    h = 1e-5
    middle = f(w)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        nudge = np.zeros(w.shape)
        nudge[place] = h
        right = (f(w + nudge) - middle) / h
        left = (middle - f(w - nudge)) / h
        slopes[place] = (right + left) / 2
    return slopes
