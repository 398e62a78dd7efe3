# %% b1-forgotten: loops
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.zeros((len(x), len(W1)))
    for i, row in enumerate(x):
        for j, weights in enumerate(W1):
            z1[i, j] = sum(weights * row)
    a1 = nn.relu(z1)
    z2 = np.zeros((len(x), len(W2)))
    for i, row in enumerate(a1):
        for j, weights in enumerate(W2):
            z2[i, j] = sum(weights * row) + b2[j]
    return z1, a1, z2, nn.softmax(z2)


# %% b1-forgotten: second-default-argument
import nn


def layer(v, W, b=0):
    return v @ W.T + b


def forward(x, W1, b1, W2, b2):
    z1 = layer(x, W1)
    a1 = nn.relu(z1)
    z2 = layer(a1, W2, b2)
    return z1, a1, z2, nn.softmax(z2)


# %% b2-forgotten: einsum
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.einsum("ab,cb->ac", x, W1)
    z1 += b1
    a1 = np.maximum(z1, np.zeros_like(z1))
    z2 = np.einsum("ab,cb->ac", a1, W2)
    p = np.exp(z2) / np.exp(z2).sum(axis=1)[:, None]
    return z1, a1, z2, p


# %% bias-forgotten: tensordot
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.tensordot(x, W1, axes=(1, 1))
    a1 = (z1 > 0) * z1
    z2 = np.tensordot(a1, W2, axes=(1, 1))
    return z1, a1, z2, nn.softmax(z2)


# %% keepdims-forgotten: in-the-sum
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2)
    p = e / e.sum(axis=1)
    return z1, a1, z2, p


# %% none: leaky
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0.1 * z1)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2)
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


# %% none: log-probabilities
import nn


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = nn.relu(z1)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, nn.log_softmax(z2)


# %% none: mask-for-a1
import nn


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = (z1 > 0).astype(float)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, nn.softmax(z2)


# %% none: only-the-answer
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)


# %% none: second-a1-rounded
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0).astype(int)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, nn.softmax(z2)


# %% none: tanh
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.tanh(z1)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, nn.softmax(z2)


# %% not-normalised: max-off
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    p = np.exp(z2 - np.max(z2, axis=1, keepdims=True))
    return z1, a1, z2, p


# %% not-normalised: plain-exponentials
import math

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.where(z1 < 0, 0, z1)
    z2 = a1 @ W2.T + b2
    p = np.array([[math.exp(v) for v in row] for row in z2])
    return z1, a1, z2, p


# %% order-of-results: backwards
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = x @ W1.T + b1
    r = np.maximum(h, 0)
    s = r @ W2.T + b2
    e = np.exp(s - s.max(axis=1, keepdims=True))
    q = e / e.sum(axis=1, keepdims=True)
    return q, s, r, h


# %% order-of-results: second-activations-first
import nn


def forward(x, W1, b1, W2, b2):
    z1 = nn.linear(x, W1, b1)
    a1 = nn.relu(z1)
    z2 = nn.linear(a1, W2, b2)
    return a1, nn.softmax(z2), z1, z2


# %% order-of-results: zs-then-as
import nn


def forward(x, W1, b1, W2, b2):
    z1 = nn.linear(x, W1, b1)
    a1 = nn.relu(z1)
    z2 = nn.linear(a1, W2, b2)
    a2 = nn.softmax(z2)
    return z1, z2, a1, a2


# %% relu-forgotten: linear-hidden
import numpy as np


def affine(v, weights, bias):
    return np.inner(v, weights) + bias


def forward(x, W1, b1, W2, b2):
    z1 = affine(x, W1, b1)
    a1 = z1.copy()
    z2 = affine(a1, W2, b2)
    p = np.array([np.exp(r) / np.sum(np.exp(r)) for r in z2])
    return z1, a1, z2, p


# %% relu-forgotten: second-dict-of-layers
import numpy as np


def forward(x, W1, b1, W2, b2):
    values = [x]
    for W, b in ((W1, b1), (W2, b2)):
        values.append(np.matmul(values[-1], W.T) + b)
    _, h, s = values
    e = np.exp(s - s.max(axis=1)[:, None])
    return h, h, s, e / e.sum(axis=1)[:, None]


# %% relu-on-output: loop-over-layers
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    kept = []
    a = x
    for W, b in zip((W1, W2), (b1, b2)):
        z = np.dot(a, W.T) + b
        a = np.maximum(z, 0)
        kept.extend([z, a])
    z1, a1, z2, a2 = kept
    return z1, a1, z2, nn.softmax(a2)


# %% relu-on-output: second-instead-of-softmax
import numpy as np


def forward(x, W1, b1, W2, b2):
    result = []
    v = x
    for W, b in ((W1, b1), (W2, b2)):
        z = v @ W.T + b
        v = np.maximum(z, 0)
        result += [z, v]
    return tuple(result)


# %% right: columns
import numpy as np


def forward(x, W1, b1, W2, b2):
    Z1 = np.matmul(W1, x.T) + np.expand_dims(b1, 1)
    A1 = np.where(Z1 >= 0, Z1, 0)
    Z2 = np.matmul(W2, A1) + np.expand_dims(b2, 1)
    E = np.exp(Z2 - np.amax(Z2, axis=0))
    return Z1.T, A1.T, Z2.T, (E / np.sum(E, axis=0)).T


# %% right: einsum
import numpy as np


def forward(x, W1, b1, W2, b2):
    first = np.einsum("ni,hi->nh", x, W1) + b1[None]
    active = first.copy()
    active[active < 0] = 0
    second = np.einsum("nh,ch->nc", active, W2) + b2[None]
    logsum = np.log(np.exp(second).sum(axis=-1, keepdims=True))
    return first, active, second, np.exp(second - logsum)


# %% right: naive-exp
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1.T) + b1
    a1 = z1 * (z1 > 0)
    z2 = np.dot(a1, W2.T) + b2
    p = np.exp(z2) / np.exp(z2).sum(axis=1).reshape(-1, 1)
    return z1, a1, z2, p


# %% right: nn
import nn


def forward(x, W1, b1, W2, b2):
    pre = nn.linear(x, W1, b1)
    hidden = nn.relu(pre)
    logits = nn.linear(hidden, W2, b2)
    return [pre, hidden, logits, nn.softmax(logits)]


# %% right: rows
import numpy as np


def softmax(v):
    e = np.exp(v - max(v))
    return e / sum(e)


def forward(x, W1, b1, W2, b2):
    zs, hs, outs, ps = [], [], [], []
    for row in x:
        z = W1 @ row + b1
        h = np.array([max(v, 0) for v in z])
        out = W2 @ h + b2
        zs.append(z)
        hs.append(h)
        outs.append(out)
        ps.append(softmax(out))
    return np.array(zs), np.array(hs), np.array(outs), np.array(ps)


# %% right: second-list-of-four
import numpy as np


def forward(x, W1, b1, W2, b2):
    out = [x @ W1.T + b1]
    out.append(np.array([[v if v > 0 else 0.0 for v in row] for row in out[0]]))
    out.append(out[1] @ W2.T + b2)
    out.append(np.array([np.exp(r - r.max()) / np.exp(r - r.max()).sum() for r in out[2]]))
    return out


# %% right: second-transposed-layers
import numpy as np


def layer(v, W, b):
    return np.transpose(W.dot(v.transpose()) + b.reshape(-1, 1))


def forward(x, W1, b1, W2, b2):
    z1 = layer(x, W1, b1)
    a1 = np.fmax(z1, 0)
    z2 = layer(a1, W2, b2)
    p = np.exp(z2 - np.logaddexp.reduce(z2, axis=1, keepdims=True))
    return z1, a1, z2, p


# %% right: two-sigmoid-like-quotients
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = (W1 @ x.T).T + b1
    a1 = (np.abs(z1) + z1) / 2
    z2 = (W2 @ a1.T).T + b2
    p = np.empty_like(z2)
    for k in range(z2.shape[1]):
        p[:, k] = 1 / np.exp(z2 - z2[:, [k]]).sum(axis=1)
    return z1, a1, z2, p


# %% rounded-to-classes: one-hot-of-argmax
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    p = np.zeros_like(z2)
    p[np.arange(len(z2)), z2.argmax(axis=1)] = 1
    return z1, a1, z2, p


# %% sigmoid-for-relu: tanh-form
import nn
import numpy as np


def act(v):
    return (np.tanh(v / 2) + 1) / 2


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = act(z1)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, nn.softmax(z2)


# %% sigmoid-for-softmax: exp-over-one-plus-exp
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = z1.clip(0)
    z2 = a1 @ W2.T + b2
    p = np.exp(z2) / (1 + np.exp(z2))
    return z1, a1, z2, p


# %% sigmoid-for-softmax: second-loop
import math

import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    p = np.array([[1 / (1 + math.exp(-v)) for v in row] for row in z2])
    return z1, a1, z2, p


# %% softmax-missing: logits-returned-twice
import numpy as np


def forward(x, W1, b1, W2, b2):
    hidden_in = x @ np.transpose(W1) + b1
    hidden_out = np.fmax(hidden_in, 0)
    out = hidden_out @ np.transpose(W2) + b2
    return hidden_in, hidden_out, out, out


# %% softmax-missing: second-relu-again
import numpy as np


def forward(x, W1, b1, W2, b2):
    result = []
    v = x
    for W, b in ((W1, b1), (W2, b2)):
        z = v @ W.T + b
        v = np.maximum(z, 0) if W is W1 else z
        result += [z, v]
    return tuple(result)


# %% sum-over-everything: np-sum
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.add(np.matmul(x, W1.T), b1)
    a1 = np.clip(z1, 0, np.inf)
    z2 = np.add(np.matmul(a1, W2.T), b2)
    p = np.exp(z2)
    p /= np.sum(p)
    return z1, a1, z2, p


# %% weights-transposed: no-T
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.matmul(x, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.matmul(a1, W2) + b2
    return z1, a1, z2, nn.softmax(z2)


# %% wrong-axis+relu-forgotten: two-mistakes
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = z1 * 1
    z2 = a1 @ W2.T + b2
    e = np.exp(z2)
    return z1, a1, z2, e / e.sum(axis=0)


# %% wrong-axis: column-by-column
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(0, z1)
    z2 = a1 @ W2.T + b2
    p = np.zeros(z2.shape)
    for c in range(z2.shape[1]):
        column = np.exp(z2[:, c] - z2[:, c].max())
        p[:, c] = column / column.sum()
    return z1, a1, z2, p


# %% wrong-axis: second-no-axis-given-to-max
import numpy as np


def softmax(v):
    e = np.exp(v - np.max(v))
    return e / np.sum(e, axis=0)


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, softmax(z2)


# %% z-passed-on: dictionary
import nn


def forward(x, W1, b1, W2, b2):
    cache = {}
    cache["z1"] = x @ W1.T + b1
    cache["a1"] = nn.relu(cache["z1"])
    cache["z2"] = cache["z1"] @ W2.T + b2
    cache["p"] = nn.softmax(cache["z2"])
    return cache["z1"], cache["a1"], cache["z2"], cache["p"]


# %% z1-overwritten: mask
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = z1
    a1[a1 < 0] = 0
    z2 = a1 @ W2.T + b2
    exp = np.exp(z2)
    p = exp / exp.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


# %% z1-overwritten: out
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = nn.linear(x, W1, b1)
    a1 = np.maximum(z1, 0, out=z1)
    z2 = nn.linear(a1, W2, b2)
    return z1, a1, z2, nn.softmax(z2)


# %% z1-overwritten: relu-in-loops
import numpy as np


def relu(m):
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            if m[i, j] < 0:
                m[i, j] = 0
    return m


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1.T) + b1
    a1 = relu(z1)
    z2 = np.dot(a1, W2.T) + b2
    e = np.exp(z2 - z2.max(1, keepdims=True))
    return z1, a1, z2, e / e.sum(1, keepdims=True)


# %% z1-overwritten: second-same-name
import nn


def forward(x, W1, b1, W2, b2):
    z = x @ W1.T + b1
    a = z
    a *= z > 0
    s = a @ W2.T + b2
    return z, a, s, nn.softmax(s)
