# %% a-for-input: same-helper-for-both
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)

    def gradients(delta):
        return np.einsum("ij,ik->jk", delta, a1), delta.sum(axis=0)

    d2 = (p - y) / len(x)
    d1 = (d2 @ W2) * (z1 > 0)
    return (*gradients(d1), *gradients(d2))


# %% bias-before-mask: order-of-lines
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    g = (p - y) / len(x)
    dW2 = g.T.dot(a1)
    db2 = np.sum(g, axis=0)
    g = g.dot(W2)
    db1 = np.sum(g, axis=0)
    g[z1 <= 0] = 0
    dW1 = g.T.dot(x)
    return dW1, db1, dW2, db2


# %% bias-gradient-zero: never-filled
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    db1, db2 = np.zeros(len(b1)), np.zeros(len(b2))
    d = (p - y) / len(x)
    dW2 = np.dot(d.T, a1)
    d = np.dot(d, W2)
    d[z1 < 0] = 0
    dW1 = np.dot(d.T, x)
    return dW1, db1, dW2, db2


# %% bias-mean+weights-transposed: two-mistakes
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = (p - y) / len(x)
    back = d @ W2.T * (z1 > 0)
    return back.T @ x, back.mean(axis=0), d.T @ a1, d.mean(axis=0)


# %% bias-mean: np-mean
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    delta2 = np.divide(p - y, x.shape[0])
    delta1 = delta2.dot(W2) * np.sign(a1)
    return (
        delta1.T.dot(x),
        np.mean(delta1, axis=0),
        delta2.T.dot(a1),
        np.mean(delta2, axis=0),
    )


# %% bias-not-summed: second-lists
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    db2 = [[(p[i, k] - y[i, k]) / n for k in range(len(b2))] for i in range(n)]
    d2 = np.array(db2)
    db1 = [[d2[i] @ W2[:, j] if z1[i, j] > 0 else 0.0 for j in range(len(b1))] for i in range(n)]
    return np.array(db1).T @ x, np.array(db1), d2.T @ a1, d2


# %% bias-not-summed: upstream-returned
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    g = (p - y) / len(x)
    dW2, db2 = g.T @ a1, g
    g = g @ W2
    g[z1 <= 0] = 0
    dW1, db1 = g.T @ x, g
    return dW1, db1, dW2, db2


# %% bias-of-the-first-row: index
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2.dot(W2) * (z1 > 0)
    return d1.T.dot(x), d1[0], d2.T.dot(a1), d2[0]


# %% bias-one-number: no-axis
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, np.sum(d1), d2.T @ a1, np.sum(d2)


# %% bias-summed-over-neurons: python-sum
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    db2 = np.array([sum(row) for row in d2])
    db1 = np.array([sum(row) for row in d1])
    return d1.T @ x, db1, d2.T @ a1, db2


# %% divided-by-classes: mean-of-all-elements
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / y.size
    d1 = (d2 @ W2) * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% divided-by-classes: shape-1
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    rows = y.shape[1]
    d2 = p - y
    d1 = d2.dot(W2)
    d1 *= z1 > 0
    return d1.T.dot(x) / rows, d1.sum(0) / rows, d2.T.dot(a1) / rows, d2.sum(0) / rows


# %% divided-twice: second-mean-of-outer
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    dW2 = np.mean([np.outer(d, a) for d, a in zip(d2, a1)], axis=0)
    dW1 = np.mean([np.outer(d, v) for d, v in zip(d1, x)], axis=0)
    return dW1, d1.mean(axis=0), dW2, d2.mean(axis=0)


# %% divided-twice: weights-again
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    d2 = (p - y) / n
    d1 = (d2 @ W2) * (z1 > 0)
    grads = [d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)]
    return [g / n for g in grads]


# %% input-for-a: same-helper-for-both
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)

    def gradients(delta):
        return delta.T @ x, delta.sum(axis=0)

    d2 = (p - y) / len(x)
    d1 = (d2 @ W2) * (z1 > 0)
    return (*gradients(d1), *gradients(d2))


# %% last-row-only: overwritten-in-the-loop
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    for i in range(n):
        d2 = (p[i] - y[i]) / n
        d1 = W2.T @ d2 * (z1[i] > 0)
        dW2, db2 = np.outer(d2, a1[i]), d2
        dW1, db1 = np.outer(d1, x[i]), d1
    return dW1, db1, dW2, db2


# %% logits-for-p: scores-minus-truth
def backward(x, y, W1, b1, W2, b2):
    hidden_raw, hidden, scores, _ = forward(x, W1, b1, W2, b2)
    residual = np.subtract(scores, y) / len(x)
    back = (residual @ W2) * (hidden_raw > 0)
    return back.T @ x, back.sum(axis=0), residual.T @ hidden, residual.sum(axis=0)


# %% mask-inverted: boolean-index
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dlogits = (p - y) / y.shape[0]
    grad = dlogits.dot(W2)
    grad[z1 > 0] = 0
    return grad.T.dot(x), grad.sum(axis=0), dlogits.T.dot(a1), dlogits.sum(axis=0)


# %% mask-inverted: second-less-than
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.where(z1 < 0, d2 @ W2, 0)
    return np.einsum("nh,ni->hi", d1, x), d1.sum(0), np.einsum("nc,nh->ch", d2, a1), d2.sum(0)


# %% mask-missing: loops
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    dW1, db1, dW2, db2 = (np.zeros_like(t) for t in (W1, b1, W2, b2))
    for i in range(n):
        for k in range(len(b2)):
            error = (p[i, k] - y[i, k]) / n
            db2[k] += error
            for j in range(len(b1)):
                dW2[k, j] += error * a1[i, j]
                db1[j] += error * W2[k, j]
                dW1[j] += error * W2[k, j] * x[i]
    return dW1, db1, dW2, db2


# %% mask-missing: second-helper
def layer_gradients(delta, came_in):
    return np.array([np.dot(delta[:, j], came_in) for j in range(delta.shape[1])]), sum(delta)


def backward(x, y, W1, b1, W2, b2):
    _, a1, _, p = forward(x, W1, b1, W2, b2)
    top = (p - y) / len(x)
    dW2, db2 = layer_gradients(top, a1)
    dW1, db1 = layer_gradients(top @ W2, x)
    return dW1, db1, dW2, db2


# %% mask-of-the-input: where
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = np.where(x > 0, dz2 @ W2, 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% mask-of-the-wrong-layer: logits
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    da1 = np.dot(dz2, W2)
    dz1 = da1 * (z2 > 0)
    return np.dot(dz1.T, x), dz1.sum(0), np.dot(dz2.T, a1), dz2.sum(0)


# %% mask-on-the-output: relu-slope-everywhere
def relu_slope(v):
    return np.where(v > 0, 1, 0)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x) * relu_slope(z2)
    d1 = (d2 @ W2) * relu_slope(z1)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% none: second-absolute-error
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = np.abs(p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(0), d2.T @ a1, d2.sum(0)


# %% none: second-learning-rate-inside
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = 0.1 * (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(0), d2.T @ a1, d2.sum(0)


# %% none: square-of-the-difference
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) ** 2 / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% none: squared-error
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = 2 * (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% none: step-taken
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    rate = 0.1
    return W1 - rate * d1.T @ x, b1 - rate * d1.sum(axis=0), W2 - rate * d2.T @ a1, b2 - rate * d2.sum(axis=0)


# %% none: tanh-slope
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (1 - a1**2)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% none: weight-decay
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x + 0.01 * W1, d1.sum(axis=0), d2.T @ a1 + 0.01 * W2, d2.sum(axis=0)


# %% none: weights-of-the-loss-p-over-y
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = -(y / p) / len(x)
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% not-divided+bias-before-mask: two-mistakes
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    delta = p - y
    back = delta @ W2
    masked = back.copy()
    masked[z1 <= 0] = 0
    return masked.T @ x, back.sum(axis=0), delta.T @ a1, delta.sum(axis=0)


# %% not-divided+sigmoid-slope: two-mistakes
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = p - y
    back = d @ W2 * a1 * (1 - a1)
    return back.T @ x, back.sum(axis=0), d.T @ a1, d.sum(axis=0)


# %% not-divided: biases-only
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    d2 = p - y
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x / n, d1.sum(axis=0), d2.T @ a1 / n, d2.sum(axis=0)


# %% not-divided: einsum
def backward(x, y, W1, b1, W2, b2):
    pre, act, _, prob = forward(x, W1, b1, W2, b2)
    err = prob - y
    hid = np.einsum("nc,ch->nh", err, W2)
    hid[pre <= 0] = 0
    return np.einsum("nh,ni->hi", hid, x), hid.sum(0), np.einsum("nc,nh->ch", err, act), err.sum(0)


# %% not-divided: first-layer-only
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    d2 = p - y
    d1 = d2 @ W2 * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1 / n, d2.sum(axis=0) / n


# %% not-divided: outer-products
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = 0, 0, 0, 0
    for i in range(len(x)):
        d2 = p[i] - y[i]
        d1 = (W2.T @ d2) * (z1[i] > 0)
        dW2 = dW2 + np.outer(d2, a1[i])
        db2 = db2 + d2
        dW1 = dW1 + np.outer(d1, x[i])
        db1 = db1 + d1
    return dW1, db1, dW2, db2


# %% order-of-results: as-computed
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    results = []
    g = (p - y) / len(x)
    for layer_input, W, mask in ((a1, W2, z1 > 0), (x, W1, None)):
        results += [g.T @ layer_input, g.sum(axis=0)]
        if mask is not None:
            g = (g @ W) * mask
    return tuple(results)


# %% order-of-results: weights-first
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2
    d1[a1 == 0] = 0
    weights = [d.T @ v for d, v in ((d1, x), (d2, a1))]
    biases = [d.sum(axis=0) for d in (d1, d2)]
    return weights + biases


# %% relu-of-upstream: clip
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    da1 = dz2 @ W2
    da1[da1 < 0] = 0
    return da1.T @ x, da1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% right: columns
def backward(x, y, W1, b1, W2, b2):
    Z1, A1, Z2, P = (m.T for m in forward(x, W1, b1, W2, b2))
    X, Y = x.T, y.T
    m = X.shape[1]
    dZ2 = P - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), A1 > 0)
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1.ravel(), dW2, db2.ravel()


# %% right: einsum
def backward(x, y, W1, b1, W2, b2):
    z1, a1, _, p = forward(x, W1, b1, W2, b2)
    delta = p - y
    back = np.einsum("nc,ch->nh", delta, W2) * np.heaviside(z1, 0)
    n = x.shape[0]
    return (
        np.einsum("nh,ni->hi", back, x) / n,
        np.einsum("nh->h", back) / n,
        np.einsum("nc,nh->ch", delta, a1) / n,
        np.einsum("nc->c", delta) / n,
    )


# %% right: four-loops
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n, h, c, d = len(x), len(b1), len(b2), x.shape[1]
    dW1, db1, dW2, db2 = np.zeros((h, d)), np.zeros(h), np.zeros((c, h)), np.zeros(c)
    for i in range(n):
        for k in range(c):
            error = (p[i, k] - y[i, k]) / n
            db2[k] += error
            for j in range(h):
                dW2[k, j] += error * a1[i, j]
                if z1[i, j] > 0:
                    db1[j] += error * W2[k, j]
                    for q in range(d):
                        dW1[j, q] += error * W2[k, j] * x[i, q]
    return dW1, db1, dW2, db2


# %% right: layer-class
class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W.T + self.b

    def backward(self, grad):
        self.dW = grad.T @ self.x
        self.db = grad.sum(0)
        return grad @ self.W


def backward(x, y, W1, b1, W2, b2):
    first, second = Layer(W1, b1), Layer(W2, b2)
    hidden = first.forward(x)
    out = second.forward(np.maximum(hidden, 0))
    e = np.exp(out - out.max(axis=1, keepdims=True))
    grad = (e / e.sum(axis=1, keepdims=True) - y) / y.shape[0]
    grad = second.backward(grad)
    grad[hidden < 0] = 0
    first.backward(grad)
    return first.dW, first.db, second.dW, second.db


# %% right: rows-and-outer-products
def backward(x, y, W1, b1, W2, b2):
    dW1, db1 = np.zeros_like(W1), np.zeros_like(b1)
    dW2, db2 = np.zeros_like(W2), np.zeros_like(b2)
    n = len(x)
    for i in range(n):
        z1, a1, z2, p = forward(x[i : i + 1], W1, b1, W2, b2)
        d2 = (p - y[i])[0]
        d1 = W2.T.dot(d2)
        d1[z1[0] <= 0] = 0
        dW2 += np.outer(d2, a1[0])
        db2 += d2
        dW1 += np.outer(d1, x[i])
        db1 += d1
    return dW1 / n, db1 / n, dW2 / n, db2 / n


# %% right: second-one-stacked-matrix
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    one = np.ones((len(x), 1))
    d2 = (p - y) / len(x)
    G2 = d2.T @ np.hstack([a1, one])
    d1 = np.where(z1 > 0, 1, 0) * (d2 @ W2)
    G1 = d1.T @ np.hstack([x, one])
    return [G1[:, :-1], G1[:, -1], G2[:, :-1], G2[:, -1]]


# %% right: second-tensordot
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    share = 1.0 / len(y)
    err = share * np.subtract(p, y)
    hid = np.tensordot(err, W2, axes=1)
    hid[a1 <= 0] = 0.0
    return (
        np.tensordot(hid, x, axes=(0, 0)),
        np.add.reduce(hid),
        np.tensordot(err, a1, axes=(0, 0)),
        np.add.reduce(err),
    )


# %% right: softmax-slope-written-out
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    # the loss's slope at p, then the softmax's own slope
    dp = -y / p / len(x)
    dz2 = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    dz1 = np.where(z1 > 0, dz2 @ W2, 0)
    ones = np.ones(len(x))
    return dz1.T @ x, ones @ dz1, dz2.T @ a1, ones @ dz2


# %% sigmoid-slope+bias-summed-over-neurons: second-two
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = d2 @ W2 * a1 * (1 - a1)
    return d1.T @ x, d1.sum(axis=1), d2.T @ a1, d2.sum(axis=0)


# %% sigmoid-slope: from-module-two
def derivative(a):
    return a * (1 - a)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    output_delta = (p - y) / len(x)
    hidden_delta = output_delta.dot(W2) * derivative(a1)
    return hidden_delta.T.dot(x), hidden_delta.sum(axis=0), output_delta.T.dot(a1), output_delta.sum(axis=0)


# %% sigmoid-slope: true-sigmoid
def sigmoid(v):
    return 1 / (1 + np.exp(-v))


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    s = sigmoid(z1)
    d1 = np.matmul(d2, W2) * (s - s**2)
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% sign+mask-missing: two-mistakes
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (y - p) / len(x)
    d1 = np.dot(d2, W2)
    return np.dot(d1.T, x), np.sum(d1, axis=0), np.dot(d2.T, a1), np.sum(d2, axis=0)


# %% sign: second-einsum
def backward(x, y, W1, b1, W2, b2):
    z, a, _, p = forward(x, W1, b1, W2, b2)
    residual = (y - p) / y.shape[0]
    hidden = np.einsum("nc,ch,nh->nh", residual, W2, (z > 0) * 1.0)
    return hidden.T @ x, np.einsum("nh->h", hidden), residual.T @ a, np.einsum("nc->c", residual)


# %% sign: truth-minus-guess
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = x.shape[0]
    error = y - p
    dW2 = np.dot(error.T, a1) / n
    db2 = error.mean(axis=0)
    hidden_error = np.dot(error, W2)
    hidden_error[z1 <= 0] = 0
    dW1 = np.dot(hidden_error.T, x) / n
    db1 = hidden_error.mean(axis=0)
    return dW1, db1, dW2, db2


# %% slope-alone: mask-alone
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = np.zeros(z1.shape)
    dz1[z1 > 0] = 1
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% softmax-slope-twice: p-one-minus-p
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    loss_slope = (p - y) / len(x)
    softmax_slope = p - p * p
    dz2 = np.multiply(loss_slope, softmax_slope)
    dz1 = np.multiply(dz2 @ W2, z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% softmax-slope-twice: whole-jacobian
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = np.zeros_like(p)
    for i in range(len(x)):
        jacobian = np.diag(p[i]) - np.outer(p[i], p[i])
        dz2[i] = jacobian @ (p[i] - y[i]) / len(x)
    dz1 = (dz2 @ W2) * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% transposed: order-of-the-factors
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.matmul(d2, W2) * (a1 > 0)
    return np.matmul(x.T, d1), d1.sum(axis=0), np.matmul(a1.T, d2), d2.sum(axis=0)


# %% transposed: second-first-layer-only
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = (d2 @ W2) * (z1 > 0)
    return x.T @ d1, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)


# %% transposed: second-layer-only
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.matmul(d2, W2) * (a1 > 0)
    dW2 = np.einsum("nh,nc->hc", a1, d2)
    dW1 = np.einsum("nh,ni->hi", d1, x)
    return dW1, d1.sum(axis=0), dW2, d2.sum(axis=0)


# %% truth-forgotten+mask-missing: second-two
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    top = np.array(p) / len(p)
    back = top.dot(W2)
    return back.T.dot(x), back.sum(0), top.T.dot(a1), top.sum(0)


# %% truth-forgotten: p-alone
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(y)
    dW2 = np.zeros(W2.shape)
    for i in range(n):
        dW2 += np.outer(p[i], a1[i]) / n
    db2 = p.mean(axis=0)
    d1 = np.where(z1 > 0, p @ W2, 0.0) / n
    return d1.T @ x, d1.sum(axis=0), dW2, db2


# %% updated-too-early: second-in-place-copy
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    dW2 = d2.T @ a1
    new_W2 = W2.copy()
    new_W2 -= 0.01 * dW2
    d1 = d2 @ new_W2
    d1[z1 <= 0] = 0
    return d1.T @ x, d1.sum(0), dW2, d2.sum(0)


# %% updated-too-early: step-inside
def backward(x, y, W1, b1, W2, b2):
    learning_rate = 0.1
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    dW2 = d2.T @ a1
    db2 = d2.sum(axis=0)
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    d1 = (d2 @ W2) * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), dW2, db2


# %% value-for-slope: relu-again
def relu(v):
    return np.maximum(v, 0)


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.dot(d2, W2) * relu(z1)
    return d1.T.dot(x), d1.sum(axis=0), d2.T.dot(a1), d2.sum(axis=0)


# %% weights-before-mask: order-of-lines
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    g = (p - y) / len(x)
    dW2 = g.T.dot(a1)
    db2 = np.sum(g, axis=0)
    g = g.dot(W2)
    dW1 = g.T.dot(x)
    g[z1 <= 0] = 0
    db1 = np.sum(g, axis=0)
    return dW1, db1, dW2, db2


# %% weights-skipped: errors-summed
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


# %% weights-transposed: np-dot
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    m = len(x)
    dz2 = (p - y) / m
    da1 = np.dot(dz2, W2.T)
    dz1 = np.where(z1 > 0, da1, 0)
    return np.dot(dz1.T, x), dz1.sum(0), np.dot(dz2.T, a1), dz2.sum(0)


# %% wrong-weights: first-layer
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / x.shape[0]
    dz1 = np.dot(dz2, W1) * (z1 > 0)
    return np.dot(dz1.T, x), dz1.sum(axis=0), np.dot(dz2.T, a1), dz2.sum(axis=0)


# %% z-for-a+mask-inverted: two-mistakes
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d = (p - y) / len(x)
    dW2 = np.einsum("nc,nh->ch", d, z1)
    back = np.where(z1 > 0, 0, d @ W2)
    return back.T @ x, back.sum(axis=0), dW2, d.sum(axis=0)


# %% z-for-a: loops
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    n = len(x)
    dW2 = np.zeros_like(W2)
    for k in range(dW2.shape[0]):
        for j in range(dW2.shape[1]):
            dW2[k, j] = sum((p[i, k] - y[i, k]) * z1[i, j] for i in range(n)) / n
    d2 = (p - y) / n
    d1 = (d2 @ W2) * (z1 > 0)
    return d1.T @ x, d1.sum(axis=0), dW2, d2.sum(axis=0)


# %% z-for-slope: times-z1
def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.array([[d2[i] @ W2[:, j] * z1[i, j] for j in range(len(W1))] for i in range(len(x))])
    return d1.T.dot(x), d1.sum(axis=0), d2.T.dot(a1), d2.sum(axis=0)


# %% z-one-minus-z: helper
def slope(v):
    return v - v * v


def backward(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    d2 = (p - y) / len(x)
    d1 = np.einsum("nc,ch,nh->nh", d2, W2, slope(z1))
    return d1.T @ x, d1.sum(axis=0), d2.T @ a1, d2.sum(axis=0)
