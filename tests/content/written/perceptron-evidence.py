# %% right: masks times products
def evidence(x, w):
    p = x * w
    return (p * (p > 0)).sum(axis=1), (p * (p < 0)).sum(axis=1)


# %% right: loops
def evidence(x, w):
    ups, downs = [], []
    for image in x:
        up = down = 0.0
        for ink, weight in zip(image, w):
            if ink * weight > 0:
                up += ink * weight
            else:
                down += ink * weight
        ups.append(up)
        downs.append(down)
    return ups, downs


# %% right: matrix products
def evidence(x, w):
    return x @ np.maximum(w, 0), x @ np.minimum(w, 0)


# %% right: einsum
def evidence(x, w):
    return (
        np.einsum("nf,f->n", x, np.where(w > 0, w, 0)),
        np.einsum("nf,f->n", x, np.where(w < 0, w, 0)),
    )


# %% right: second from the first
def evidence(x, w):
    pro = np.maximum(x * w, 0).sum(axis=1)
    return pro, x @ w - pro


# %% right: half of sum and size
def evidence(x, w):
    z, size = x @ w, x @ np.abs(w)
    return (z + size) / 2, (z - size) / 2


# %% right: comprehensions
def evidence(images, weights):
    made = [[a * b for a, b in zip(row, weights)] for row in images]
    return [sum(p for p in row if p > 0) for row in made], [
        sum(p for p in row if p < 0) for row in made
    ]


# %% right: chosen columns
def evidence(x, w):
    up, down = w > 0, w < 0
    return x[:, up] @ w[up], x[:, down] @ w[down]


# %% right: copies changed in place
def evidence(x, w):
    pro = x * w
    con = pro.copy()
    pro[pro < 0] = 0
    con[con > 0] = 0
    return pro.sum(1), con.sum(1)


# %% right: np.clip and a stacked result
def evidence(x, w):
    p = np.multiply(x, w)
    return np.stack([np.clip(p, 0, None).sum(axis=1), np.clip(p, None, 0).sum(axis=1)])


# %% right: filled row by row
def evidence(x, w):
    result = np.zeros((2, len(x)))
    for i in range(len(x)):
        p = x[i] * w
        result[0, i] = p[p > 0].sum()
        result[1, i] = p[p <= 0].sum()
    return result[0], result[1]


# %% right: float32 and where
def evidence(x, w):
    p = np.float32(x) * np.float32(w)
    return np.sum(p, axis=1, where=p > 0), np.sum(p, axis=1, where=p < 0)


# %% axis-0: masks down the columns
def evidence(x, w):
    p = x * w
    return (p * (p > 0)).sum(axis=0), (p * (p < 0)).sum(axis=0)


# %% axis-forgotten: a mask flattens
def evidence(x, w):
    p = x * w
    return p[p > 0].sum(), p[p < 0].sum()


# %% axis-forgotten: one running total
def evidence(x, w):
    up = down = 0
    for row in x * w:
        for p in row:
            if p > 0:
                up += p
            else:
                down += p
    return up, down


# %% counted: count_nonzero
def evidence(x, w):
    p = x * w
    return np.count_nonzero(p > 0, axis=1), np.count_nonzero(p < 0, axis=1)


# %% ink-ignored: the same for all rows
def evidence(x, w):
    return [w[w > 0].sum() for _ in x], [w[w < 0].sum() for _ in x]


# %% shades-ignored: ceil of the ink
def evidence(x, w):
    p = np.ceil(x) * w
    return np.maximum(p, 0).sum(axis=1), np.minimum(p, 0).sum(axis=1)


# %% weights-ignored: signs for weights
def evidence(x, w):
    p = x * np.sign(w)
    return np.maximum(p, 0).sum(axis=1), np.minimum(p, 0).sum(axis=1)


# %% sum-split: where on z
def evidence(x, w):
    z = x @ w
    return np.where(z > 0, z, 0), np.where(z < 0, z, 0)


# %% minus-lost: sizes of both
def evidence(x, w):
    p = x * w
    return np.abs(p * (p > 0)).sum(axis=1), np.abs(p * (p < 0)).sum(axis=1)


# %% swapped: the wrong mask first
def evidence(x, w):
    p = x * w
    return (p * (p < 0)).sum(axis=1), (p * (p > 0)).sum(axis=1)


# %% mean-for-sum: means of the clipped
def evidence(x, w):
    p = x * w
    return np.clip(p, 0, None).mean(axis=1), np.clip(p, None, 0).mean(axis=1)


# %% first-image-only: return inside the loop
def evidence(x, w):
    for row in x:
        p = row * w
        return np.array([p[p > 0].sum()]), np.array([p[p < 0].sum()])


# %% largest-only: max and min
def evidence(x, w):
    p = x * w
    return np.max(p, axis=1), np.min(p, axis=1)


# %% none: shares of the whole
def evidence(x, w):
    p = x * w
    size = np.abs(p).sum(axis=1) + 1e-9
    return np.maximum(p, 0).sum(axis=1) / size, np.minimum(p, 0).sum(axis=1) / size


# %% none: a threshold of 1
def evidence(x, w):
    p = x * w
    return (p * (p > 1)).sum(axis=1), (p * (p < -1)).sum(axis=1)


# %% none: added instead of multiplied
def evidence(x, w):
    p = x + w
    return np.maximum(p, 0).sum(axis=1), np.minimum(p, 0).sum(axis=1)


# %% none: the paper instead of the ink
def evidence(x, w):
    p = (1 - x) * w
    return np.maximum(p, 0).sum(axis=1), np.minimum(p, 0).sum(axis=1)


# %% none: the whole z as the second
def evidence(x, w):
    p = x * w
    return np.maximum(p, 0).sum(axis=1), p.sum(axis=1)


# %% rows-lost: masks as on the page about arrays
def evidence(x, w):
    p = x * w
    return p[p > 0].sum(axis=1), p[p < 0].sum(axis=1)


# %% rows-lost: matrix product, then sums along axis 1
def evidence(x, w):
    z = x @ w
    return np.where(z > 0, z, 0).sum(axis=1), np.where(z < 0, z, 0).sum(axis=1)


# %% not-added: masks alone
def evidence(x, w):
    p = x * w
    return p[p > 0], p[p < 0]
