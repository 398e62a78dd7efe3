# %% activation-on-output: every-layer-alike
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    out = x
    for W, b in [(W1, b1), (W2, b2)]:
        out = np.maximum(0, out @ W.T + b)
    return nn.softmax(out)


# %% activation-on-output-only: second-mixed-up
import nn


def forward(x, W1, b1, W2, b2):
    hidden = x.dot(W1.T)
    hidden += b1
    logits = hidden.dot(W2.T)
    logits += b2
    logits[logits < 0] = 0
    return nn.softmax(logits)


# %% bias-after-relu: in-place
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = x @ W1.T
    np.maximum(h, 0, out=h)
    h += b1
    return nn.softmax(h @ W2.T + b2)


# %% biases-forgotten: comprehensions
import numpy as np


def forward(x, W1, b1, W2, b2):
    a = [[max(0.0, sum(r * w)) for w in W1] for r in x]
    z = np.array([[np.dot(h, w) for w in W2] for h in a])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% first-row-only: return-in-the-loop
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    for row in x:
        a = np.maximum(row @ W1.T + b1, 0)
        z = a @ W2.T + b2
        return nn.softmax(z.reshape(1, -1))


# %% hidden-bias-forgotten: einsum
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    hidden = np.einsum("ij,kj->ik", x, W1)
    hidden = np.where(hidden > 0, hidden, 0.0)
    out = np.einsum("ij,kj->ik", hidden, W2)
    out += b2
    return nn.softmax(out)


# %% hidden-bias-forgotten: second-class
import nn


class Layer:
    def __init__(self, W, b=0.0):
        self.W, self.b = W, b

    def out(self, v):
        return v @ self.W.T + self.b


def forward(x, W1, b1, W2, b2):
    first, second = Layer(W1), Layer(W2, b2)
    return nn.softmax(second.out(nn.relu(first.out(x))))


# %% hidden-relu-on-input: activation-first
import nn
import numpy as np


def dense(values, W, b):
    active = np.where(values > 0, values, 0)
    return active @ W.T + b


def forward(x, W1, b1, W2, b2):
    z1 = dense(x, W1, b1)
    z2 = z1 @ W2.T + b2
    return nn.softmax(z2)


# %% label-only: argmax-of-the-probabilities
import nn


def forward(x, W1, b1, W2, b2):
    h = nn.relu(x @ W1.T + b1)
    probabilities = nn.softmax(h @ W2.T + b2)
    return probabilities.argmax(axis=1)


# %% no-activation: merged-into-one-matrix
import nn


def forward(x, W1, b1, W2, b2):
    W = W2 @ W1
    b = W2 @ b1 + b2
    return nn.softmax(x @ W.T + b)


# %% no-activation: second-where-thrown-away
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    np.maximum(z1, 0)
    return nn.softmax(z1 @ W2.T + b2)


# %% no-activation: two-calls-of-a-helper
import nn
import numpy as np


def layer(values, W, b):
    return np.dot(values, W.T) + b


def forward(x, W1, b1, W2, b2):
    return nn.softmax(layer(layer(x, W1, b1), W2, b2))


# %% none: absolute-value
import nn


def forward(x, W1, b1, W2, b2):
    h = abs(x @ W1.T + b1)
    return nn.softmax(h @ W2.T + b2)


# %% none: activation-before-each-layer
import nn
import numpy as np


def dense(values, W, b):
    active = np.where(values > 0, values, 0)
    return active @ W.T + b


def forward(x, W1, b1, W2, b2):
    return nn.softmax(dense(dense(x, W1, b1), W2, b2))


# %% none: biases-subtracted
import nn


def forward(x, W1, b1, W2, b2):
    h = nn.relu(x @ W1.T - b1)
    return nn.softmax(h @ W2.T - b2)


# %% none: leaky
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z = x @ W1.T + b1
    return nn.softmax(np.where(z > 0, z, 0.01 * z) @ W2.T + b2)


# %% none: minimum-for-maximum
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.minimum(x @ W1.T + b1, 0)
    return nn.softmax(h @ W2.T + b2)


# %% none: rounded
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.maximum(x @ W1.T + b1, 0)
    p = nn.softmax(h @ W2.T + b2)
    return np.round(p, 2)


# %% none: second-biases-swapped-sides
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    a = np.maximum((x + 1) @ W1.T + b1, 0)
    return nn.softmax(a @ W2.T + b2)


# %% none: tanh
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.tanh(x.dot(W1.T) + b1)
    return nn.softmax(h.dot(W2.T) + b2)


# %% output-bias-forgotten: loop-over-rows
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    p = np.zeros((len(x), len(W2)))
    for i in range(len(x)):
        h = np.maximum(W1 @ x[i] + b1, 0)
        p[i] = nn.softmax((W2 @ h)[None, :])[0]
    return p


# %% output-weights-transposed: second-einsum
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    a = np.maximum(np.einsum("ni,hi->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a, W2) + b2)


# %% product-order: matmul
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    hidden = np.maximum(np.matmul(W1, x) + b1, 0)
    logits = np.matmul(W2, hidden) + b2
    return nn.softmax(logits)


# %% python-max: built-in
import nn


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = max(0, z1)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2)


# %% python-max: second-if
import nn


def forward(x, W1, b1, W2, b2):
    z = x @ W1.T + b1
    if z < 0:
        z = z * 0
    return nn.softmax(z @ W2.T + b2)


# %% right: bias-as-a-weight
import nn
import numpy as np


def with_one(a):
    return np.hstack([a, np.ones((a.shape[0], 1))])


def forward(x, W1, b1, W2, b2):
    V1 = np.column_stack((W1, b1))
    V2 = np.column_stack((W2, b2))
    a = with_one(x).dot(V1.T)
    a[a < 0] = 0
    return nn.softmax(with_one(a).dot(V2.T))


# %% right: class
import numpy as np


class Layer:
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def __call__(self, inputs):
        return np.matmul(inputs, np.transpose(self.weights)) + self.bias


def relu(v):
    return (v + abs(v)) / 2


def forward(x, W1, b1, W2, b2):
    scores = Layer(W2, b2)(relu(Layer(W1, b1)(x)))
    logs = scores - np.log(np.exp(scores - scores.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True))
    return np.exp(logs - scores.max(axis=-1, keepdims=True))


# %% right: columns
import numpy as np


def forward(x, W1, b1, W2, b2):
    # work with the examples as columns and turn the result round at the end
    X = x.T
    A = np.clip(W1 @ X + b1[:, None], 0, None)
    Z = W2 @ A + b2[:, None]
    E = np.exp(Z - Z.max(axis=0))
    return (E / E.sum(axis=0)).T


# %% right: einsum
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.einsum("ni,hi->nh", x, W1) + b1
    h = h * (h > 0)
    logits = np.einsum("nh,ch->nc", h, W2) + b2
    p = np.exp(logits - logits.max(1)[:, None])
    return p / p.sum(1)[:, None]


# %% right: loops
import math


def forward(x, W1, b1, W2, b2):
    answers = []
    for row in x:
        hidden = []
        for weights, bias in zip(W1, b1):
            total = bias
            for w, v in zip(weights, row):
                total += w * v
            hidden.append(total if total > 0 else 0)
        logits = []
        for weights, bias in zip(W2, b2):
            logits.append(sum(w * h for w, h in zip(weights, hidden)) + bias)
        top = max(logits)
        powers = [math.exp(v - top) for v in logits]
        answers.append([v / sum(powers) for v in powers])
    return np.array(answers)


import numpy as np


# %% right: ready-made
import nn


def forward(x, W1, b1, W2, b2):
    return nn.softmax(nn.linear(nn.relu(nn.linear(x, W1, b1)), W2, b2))


# %% right: second-float32
import numpy as np


def forward(x, W1, b1, W2, b2):
    x, W1, b1, W2, b2 = (np.asarray(v, np.float32) for v in (x, W1, b1, W2, b2))
    h = np.maximum(np.inner(x, W1) + b1, 0)
    e = np.exp(np.inner(h, W2) + b2)
    return e / e.sum(-1, keepdims=True)


# %% right: second-recursive
import numpy as np


def run(values, layers):
    (W, b), *rest = layers
    values = np.array([[w @ v for w in W] for v in values]) + b
    if not rest:
        return values
    return run(np.where(values < 0, 0, values), rest)


def forward(x, W1, b1, W2, b2):
    logits = run(x, [(W1, b1), (W2, b2)])
    odds = np.exp(logits[:, :, None] - logits[:, None, :])
    return 1 / odds.sum(axis=1)


# %% shares-without-exp: row-by-row
import numpy as np


def forward(x, W1, b1, W2, b2):
    rows = []
    for example in x:
        h = W1.dot(example) + b1
        h[h < 0] = 0
        scores = W2.dot(h) + b2
        rows.append(scores / sum(scores))
    return np.array(rows)


# %% sigmoid-hidden: own-function
import math

import nn
import numpy as np


def activate(v):
    return 1 / (1 + math.exp(-v))


def forward(x, W1, b1, W2, b2):
    z1 = x @ W1.T + b1
    a1 = np.vectorize(activate)(z1)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2)


# %% sigmoid-output: second-loops
import math

import numpy as np


def forward(x, W1, b1, W2, b2):
    out = []
    for row in x:
        h = [max(0, float(w @ row + b)) for w, b in zip(W1, b1)]
        out.append([1 / (1 + math.exp(-(float(w @ np.array(h)) + b))) for w, b in zip(W2, b2)])
    return np.array(out)


# %% sigmoid-output: tanh-form
import numpy as np


def forward(x, W1, b1, W2, b2):
    h = (x @ W1.T + b1).clip(min=0)
    s = h @ W2.T + b2
    return 0.5 * (1 + np.tanh(s / 2))


# %% softmax-forgotten+output-bias-forgotten: helper
def layer(v, W, b=0):
    return v @ W.T + b


def forward(x, W1, b1, W2, b2):
    h = layer(x, W1, b1)
    h = h * (h > 0)
    return layer(h, W2)


# %% softmax-forgotten: three-loops
import numpy as np


def forward(x, W1, b1, W2, b2):
    n, hidden, classes = len(x), len(b1), len(b2)
    out = np.zeros((n, classes))
    for i in range(n):
        a = np.zeros(hidden)
        for j in range(hidden):
            s = b1[j]
            for k in range(x.shape[1]):
                s += W1[j, k] * x[i, k]
            a[j] = max(s, 0)
        for c in range(classes):
            out[i, c] = b2[c] + (a * W2[c]).sum()
    return out


# %% softmax-on-hidden: both-layers-the-same
import nn


def forward(x, W1, b1, W2, b2):
    a = x
    for W, b in ((W1, b1), (W2, b2)):
        a = nn.softmax(a @ W.T + b)
    return a


# %% softmax-over-batch: own-softmax
import numpy as np


def softmax(v):
    v = np.exp(v - np.max(v))
    return v / np.sum(v, axis=0)


def forward(x, W1, b1, W2, b2):
    a = x @ W1.T + b1
    a[a < 0] = 0
    return softmax(a @ W2.T + b2)


# %% softmax-over-batch: second-per-class
import numpy as np


def forward(x, W1, b1, W2, b2):
    a = np.maximum(x @ W1.T + b1, 0)
    e = np.exp(a @ W2.T + b2)
    for c in range(e.shape[1]):
        e[:, c] = e[:, c] / sum(e[:, c])
    return e


# %% softmax-over-everything: from-a-blog
import numpy as np


def softmax(x):
    """Compute softmax values for each set of scores in x."""
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum()


def forward(x, W1, b1, W2, b2):
    hidden = np.maximum(np.matmul(x, W1.T) + b1, 0)
    return softmax(np.matmul(hidden, W2.T) + b2)


# %% softmax-over-everything: second-python-sums
import math

import numpy as np


def forward(x, W1, b1, W2, b2):
    h = np.maximum(x @ W1.T + b1, 0)
    z = (h @ W2.T + b2).tolist()
    total = sum(math.exp(v) for row in z for v in row)
    return [[math.exp(v) / total for v in row] for row in z]


# %% softmax-twice: output-layer-has-its-own
import nn
import numpy as np


def hidden_layer(x, W, b):
    return np.maximum(x @ W.T + b, 0)


def output_layer(x, W, b):
    scores = x @ W.T + b
    scores = np.exp(scores - scores.max(axis=1)[:, np.newaxis])
    return scores / scores.sum(axis=1)[:, np.newaxis]


def forward(x, W1, b1, W2, b2):
    result = output_layer(hidden_layer(x, W1, b1), W2, b2)
    return nn.softmax(result)


# %% weights-transposed: np-dot
import nn
import numpy as np


def forward(x, W1, b1, W2, b2):
    z1 = np.dot(x, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.dot(a1, W2) + b2
    return nn.softmax(z2)
