# %% batches-end-too-early: len-minus-size
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x) - size, size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            params = [p - learning_rate * g for p, g in zip(params, grads)]
        losses.append(loss(x, y, params))
    return params, losses


# %% bias-not-updated: only-the-matrices
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            gW1, gb1, gW2, gb2 = (np.zeros_like(p) for p in (W1, b1, W2, b2))
            backward(x[s : s + size], y[s : s + size], (W1, b1, W2, b2), (gW1, gb1, gW2, gb2))
            W1 -= learning_rate * gW1
            W2 -= learning_rate * gW2
        losses.append(loss(x, y, (W1, b1, W2, b2)))
    return [W1, b1, W2, b2], losses


# %% bias-not-updated: second-two-dimensional-only
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            for v, d in zip(values, g):
                if v.ndim == 2:
                    v -= learning_rate * d
        losses.append(loss(x, y, values))
    return values, losses


# %% changed-in-place: list-copied-only
def train(x, y, parameters, learning_rate, epochs, size):
    params = parameters[:]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% changed-in-place: no-copies
def train(x, y, parameters, learning_rate, epochs, size):
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in parameters]
            backward(x[s : s + size], y[s : s + size], parameters, grads)
            for i, g in enumerate(grads):
                parameters[i] -= learning_rate * g
        losses.append(loss(x, y, parameters))
    return parameters, losses


# %% divided-again: batch-size
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g / len(xb)
        losses.append(loss(x, y, params))
    return params, losses


# %% divided-again: size
def train(x, y, parameters, learning_rate, epochs, size):
    params = list(parameters)
    losses = []
    rate = learning_rate / size
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            params = [p - rate * g for p, g in zip(params, grads)]
        losses.append(loss(x, y, params))
    return params, losses


# %% first-batch-only: always-size
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for _ in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[:size], y[:size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% first-batch-only: one-batch-an-epoch
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        xb, yb = x[0:size], y[0:size]
        grads = [np.zeros_like(v) for v in params]
        backward(xb, yb, params, grads)
        for p, g in zip(params, grads):
            p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% gradients-not-reset+last-batch-dropped: two-mistakes
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    grads = [np.zeros_like(p) for p in params]
    losses = []
    for _ in range(epochs):
        for b in range(len(x) // size):
            s = b * size
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% gradients-not-reset: made-once
def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for i in range(4):
                parameters[i] = parameters[i] - learning_rate * gradients[i]
        losses.append(loss(x, y, parameters))
    return parameters, losses


# %% gradients-not-reset: reset-rebinds-the-name
def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            for g in gradients:
                g = np.zeros_like(g)
            xb = x[start : start + size]
            yb = y[start : start + size]
            backward(xb, yb, parameters, gradients)
            for p, g in zip(parameters, gradients):
                p -= learning_rate * g
        losses.append(loss(x, y, parameters))
    return parameters, losses


# %% gradients-not-reset: second-reset-list-only
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    g1, g2, g3, g4 = [np.zeros_like(p) for p in parameters]
    losses = []
    for epoch in range(epochs):
        start = 0
        while start < len(x):
            backward(x[start : start + size], y[start : start + size], [W1, b1, W2, b2], [g1, g2, g3, g4])
            W1 -= learning_rate * g1
            b1 -= learning_rate * g2
            W2 -= learning_rate * g3
            b2 -= learning_rate * g4
            start += size
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses


# %% labels-not-cut: all-of-y
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% labels-not-cut: second-first-labels
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb = x[s : s + size]
            yb = y[0 : len(xb)]
            g = [np.zeros_like(v) for v in values]
            backward(xb, yb, values, g)
            values = [v - learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x, y, values))
    return values, losses


# %% last-batch-dropped: floor-division
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    batches = len(x) // size
    for _ in range(epochs):
        for b in range(batches):
            rows = slice(b * size, (b + 1) * size)
            grads = [np.zeros_like(p) for p in params]
            backward(x[rows], y[rows], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% last-batch-dropped: second-if-length
def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            if len(xb) < size:
                break
            g = [np.zeros_like(p) for p in parameters]
            backward(xb, yb, new, g)
            for p, d in zip(new, g):
                p -= learning_rate * d
        losses.append(loss(x, y, new))
    return new, losses


# %% last-layer-only: indices
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for i in (2, 3):
                params[i] -= learning_rate * grads[i]
        losses.append(loss(x, y, params))
    return params, losses


# %% last-loss-only: behind-the-loop
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
    return params, [loss(x, y, params)]


# %% learning-rate-left-out+sign-of-update: two-mistakes
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p += g
        losses.append(loss(x, y, params))
    return params, losses


# %% learning-rate-left-out: new-lists
def train(x, y, parameters, learning_rate, epochs, size):
    values = list(parameters)
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, grads)
            values = [v - g for v, g in zip(values, grads)]
        losses.append(loss(x, y, values))
    return values, losses


# %% learning-rate-left-out: second-default
def update(values, g, rate=1.0):
    return [v - rate * d for v, d in zip(values, g)]


def train(x, y, parameters, learning_rate, epochs, size):
    values = parameters
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            values = update(values, g)
        losses.append(loss(x, y, values))
    return values, losses


# %% loops-swapped: batches-outside
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for s in range(0, len(x), size):
        for _ in range(epochs):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
            losses.append(loss(x, y, params))
    return params, losses


# %% loss-before: second-before-the-batches
def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    losses = [loss(x, y, new)]
    for e in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(p) for p in parameters]
            backward(x[s : s + size], y[s : s + size], new, g)
            new = [p - learning_rate * d for p, d in zip(new, g)]
        if e < epochs - 1:
            losses.append(loss(x, y, new))
    return new, losses


# %% loss-before: top-of-the-epoch
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        losses.append(loss(x, y, params))
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for k in range(len(params)):
                params[k] -= learning_rate * grads[k]
    return params, losses


# %% loss-of-every-batch: batch-losses
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
            losses.append(loss(xb, yb, params))
    return params, losses


# %% loss-of-every-batch: indented-once-too-far
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
            losses.append(loss(x, y, params))
    return params, losses


# %% loss-of-last-batch: second-slice
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            rows = slice(s, s + size)
            g = [np.zeros_like(v) for v in values]
            backward(x[rows], y[rows], values, g)
            values = [v - learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x[rows], y[rows], values))
    return values, losses


# %% loss-of-last-batch: xb-yb
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for k in range(len(params)):
                params[k] -= learning_rate * grads[k]
        losses.append(loss(xb, yb, params))
    return params, losses


# %% losses-averaged: batch-losses
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        running = []
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
            running.append(loss(xb, yb, params))
        losses.append(np.mean(running))
    return params, losses


# %% never-updated: name-bound-anew
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p = p - learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% never-updated: old-ones-returned
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            updated = [p - learning_rate * g for p, g in zip(params, grads)]
        losses.append(loss(x, y, params))
    return params, losses


# %% none: every-nth-row
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    count = -(-len(x) // size)
    for _ in range(epochs):
        for b in range(count):
            grads = [np.zeros_like(p) for p in params]
            backward(x[b::count], y[b::count], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% none: momentum
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    speed = [np.zeros_like(p) for p in params]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, v, g in zip(params, speed, grads):
                v *= 0.9
                v += g
                p -= learning_rate * v
        losses.append(loss(x, y, params))
    return params, losses


# %% none: second-half-the-rate
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            values = [v - 0.5 * learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x, y, values))
    return values, losses


# %% none: second-loss-at-the-start-too
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = [loss(x, y, values)]
    for _ in range(epochs):
        for s in range(0, len(x), size):
            g = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, g)
            values = [v - learning_rate * d for v, d in zip(values, g)]
        losses.append(loss(x, y, values))
    return values, losses


# %% none: shuffled
def train(x, y, parameters, learning_rate, epochs, size):
    rng = np.random.default_rng(0)
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for s in range(0, len(x), size):
            rows = order[s : s + size]
            grads = [np.zeros_like(p) for p in params]
            backward(x[rows], y[rows], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% none: size-taken-as-the-number-of-batches
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(np.array_split(x, size), np.array_split(y, size)):
            grads = [np.zeros_like(p) for p in params]
            backward(xb, yb, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% batches-overlap: sliding-batches
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(len(x)):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% one-epoch-only: epochs-loop-forgotten
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for s in range(0, len(x), size):
        grads = [np.zeros_like(v) for v in params]
        backward(x[s : s + size], y[s : s + size], params, grads)
        params = [p - learning_rate * g for p, g in zip(params, grads)]
    losses.append(loss(x, y, params))
    return params, losses


# %% one-epoch-only: return-indented
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    history = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        history.append(loss(x, y, params))
        return params, history


# %% one-epoch-too-many: up-to-and-with
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    history = []
    epoch = 0
    while epoch <= epochs:
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        history.append(loss(x, y, params))
        epoch += 1
    return params, history


# %% one-update-an-epoch: gradients-of-all-batches
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        grads = [np.zeros_like(v) for v in values]
        for s in range(0, len(x), size):
            backward(x[s : s + size], y[s : s + size], values, grads)
        for v, g in zip(values, grads):
            v -= learning_rate * g
        losses.append(loss(x, y, values))
    return values, losses


# %% order-of-results: losses-first
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    history = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        history.append(loss(x, y, params))
    return history, params


# %% reset-once-an-epoch: before-the-batches
def train(x, y, parameters, learning_rate, epochs, size):
    current = [p.copy() for p in parameters]
    losses = []
    for epoch in range(epochs):
        grads = [np.zeros(p.shape) for p in current]
        i = 0
        while i < len(x):
            backward(x[i : i + size], y[i : i + size], current, grads)
            current = [p - learning_rate * g for p, g in zip(current, grads)]
            i += size
        losses.append(loss(x, y, current))
    return current, losses


# %% reset-once-an-epoch: second-fill
def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    g = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for one in g:
            one.fill(0)
        for s in range(0, len(x), size):
            backward(x[s : s + size], y[s : s + size], new, g)
            new = [p - learning_rate * d for p, d in zip(new, g)]
        losses.append(loss(x, y, new))
    return new, losses


# %% right: nested-function
def train(x, y, parameters, learning_rate, epochs, size):
    import copy

    new = copy.deepcopy(parameters)
    losses = []

    def one_update(rows):
        grads = [0.0 * p for p in new]
        backward(x[rows], y[rows], new, grads)
        for k, g in enumerate(grads):
            new[k] = new[k] - learning_rate * g

    order = np.arange(len(x))
    for _ in range(epochs):
        for k in range(0, len(order), size):
            one_update(order[k : k + size])
        losses += [loss(x, y, new)]
    return new, losses


# %% right: optimizer-class
class Optimizer:
    def __init__(self, parameters, rate):
        self.parameters = parameters
        self.rate = rate
        self.grads = [np.zeros(p.shape) for p in parameters]

    def zero_grad(self):
        for g in self.grads:
            g.fill(0)

    def step(self):
        for i in range(len(self.parameters)):
            self.parameters[i] -= self.rate * self.grads[i]


def batches(x, y, size):
    for i in range(0, len(x), size):
        yield x[i : i + size], y[i : i + size]


def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [np.copy(p) for p in parameters]
    optimizer = Optimizer(parameters, learning_rate)
    history = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, size):
            optimizer.zero_grad()
            backward(xb, yb, parameters, optimizer.grads)
            optimizer.step()
        history.append(float(loss(x, y, parameters)))
    return parameters, history


# %% right: own-gradients
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = (p.copy() for p in parameters)
    losses = []
    for _ in range(epochs):
        for i in range(0, x.shape[0], size):
            xb, yb = x[i : i + size], y[i : i + size]
            z1, a1, z2, p = forward(xb, W1, b1, W2, b2)
            d2 = p - yb
            d1 = d2 @ W2
            d1[z1 <= 0] = 0
            step = learning_rate / len(xb)
            W2 -= step * d2.T @ a1
            b2 -= step * d2.sum(axis=0)
            W1 -= step * d1.T @ xb
            b1 -= step * d1.sum(axis=0)
        losses.append(loss(x, y, (W1, b1, W2, b2)))
    return (W1, b1, W2, b2), losses


# %% right: reset-after-the-update
def train(x, y, parameters, learning_rate, epochs, size):
    parameters = [p.copy() for p in parameters]
    gradients = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            backward(x[start : start + size], y[start : start + size], parameters, gradients)
            for p, g in zip(parameters, gradients):
                p -= learning_rate * g
                g[...] = 0
        losses.append(loss(x, y, parameters))
    return parameters, losses


# %% right: second-deque
def chunks(n, size):
    rows = list(range(n))
    while rows:
        yield rows[:size]
        rows = rows[size:]


def train(x, y, parameters, learning_rate, epochs, size):
    current = [np.array(p, copy=True) for p in parameters]
    losses = []
    while len(losses) < epochs:
        for rows in chunks(len(x), size):
            g = [np.zeros_like(p) for p in current]
            backward(x[rows], y[rows], current, g)
            current = [np.subtract(p, learning_rate * d) for p, d in zip(current, g)]
        losses.append(loss(x, y, current))
    return current, losses


# %% right: second-gradients-as-differences
def train(x, y, parameters, learning_rate, epochs, size):
    new = [p.copy() for p in parameters]
    total = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            before = [t.copy() for t in total]
            backward(x[s : s + size], y[s : s + size], new, total)
            for p, t, b in zip(new, total, before):
                p -= learning_rate * (t - b)
        losses.append(loss(x, y, new))
    return tuple(new), losses


# %% right: split-and-lists
import math


def train(x, y, parameters, learning_rate, epochs, size):
    cuts = [size * (i + 1) for i in range(math.ceil(len(x) / size) - 1)]
    pairs = list(zip(np.split(x, cuts), np.split(y, cuts)))
    values = list(parameters)
    losses = np.zeros(epochs)
    for e in range(epochs):
        for part, truth in pairs:
            found = [np.zeros(v.shape) for v in values]
            backward(part, truth, values, found)
            values = [v - learning_rate * g for v, g in zip(values, found)]
        losses[e] = loss(x, y, values)
    return values, losses


# %% right: while-loop
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [np.array(q) for q in parameters]
    losses = []
    epoch = 0
    while epoch < epochs:
        begin = 0
        while begin < len(x):
            end = min(begin + size, len(x))
            grads = [np.zeros_like(q) for q in (W1, b1, W2, b2)]
            backward(x[begin:end], y[begin:end], [W1, b1, W2, b2], grads)
            W1 = W1 - learning_rate * grads[0]
            b1 = b1 - learning_rate * grads[1]
            W2 = W2 - learning_rate * grads[2]
            b2 = b2 - learning_rate * grads[3]
            begin = end
        losses.append(loss(x, y, [W1, b1, W2, b2]))
        epoch += 1
    return [W1, b1, W2, b2], losses


# %% rows-reversed: from-the-end
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    xr, yr = x[::-1], y[::-1]
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(xr[s : s + size], yr[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% sign-of-update: plus
def train(x, y, parameters, learning_rate, epochs, size):
    params = [np.copy(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                np.add(p, learning_rate * g, out=p)
        losses.append(loss(x, y, params))
    return params, losses


# %% size-ignored: one-row-at-a-time
def train(x, y, parameters, learning_rate, epochs, size):
    params = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for i in range(len(x)):
            grads = [np.zeros_like(p) for p in params]
            backward(x[i : i + 1], y[i : i + 1], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% started-anew: every-epoch-afresh
def train(x, y, parameters, learning_rate, epochs, size):
    losses = []
    for _ in range(epochs):
        params = [p.copy() for p in parameters]
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% started-from-zero: zeros-like
def train(x, y, parameters, learning_rate, epochs, size):
    params = [np.zeros_like(p) for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x[s : s + size], y[s : s + size], params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses


# %% updated-behind-the-loop: with-reset
def train(x, y, parameters, learning_rate, epochs, size):
    values = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            grads = [np.zeros_like(v) for v in values]
            backward(x[s : s + size], y[s : s + size], values, grads)
        for v, g in zip(values, grads):
            v -= learning_rate * g
        losses.append(loss(x, y, values))
    return values, losses


# %% updated-too-early: second-layer-first
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), size):
            xb, yb = x[s : s + size], y[s : s + size]
            z1, a1, z2, p = forward(xb, W1, b1, W2, b2)
            d2 = (p - yb) / len(xb)
            W2 = W2 - learning_rate * d2.T @ a1
            b2 = b2 - learning_rate * d2.sum(axis=0)
            d1 = d2 @ W2 * (z1 > 0)
            W1 = W1 - learning_rate * d1.T @ xb
            b1 = b1 - learning_rate * d1.sum(axis=0)
        losses.append(loss(x, y, [W1, b1, W2, b2]))
    return [W1, b1, W2, b2], losses


# %% whole-data-each-time: x-and-y
def train(x, y, parameters, learning_rate, epochs, size):
    W1, b1, W2, b2 = [p.copy() for p in parameters]
    params = [W1, b1, W2, b2]
    losses = []
    for _ in range(epochs):
        for start in range(0, len(x), size):
            grads = [np.zeros_like(p) for p in params]
            backward(x, y, params, grads)
            for p, g in zip(params, grads):
                p -= learning_rate * g
        losses.append(loss(x, y, params))
    return params, losses
