from itertools import permutations

import numpy as np

from course.exercises.exercise import form, mistake
from solution import forward

ORDERS = [order for order in permutations(range(4)) if order != (0, 1, 2, 3)]


@mistake("a-for-input", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """In dW1 you multiply by a1. The first layer's weights were multiplied by x: that
    is their local slope.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ a1
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("bias-before-mask", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your db1 is taken from da1, from before the ReLU's slope has come in. b1 stands before the
    ReLU: its upstream is dz1.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = da1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("bias-gradient-zero", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients are 0. A bias moves its z one for one, so the local slope is 1 and the
    gradient is that of z, summed over the batch.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = np.zeros_like(b2)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = np.zeros_like(b1)
    return dW1, db1, dW2, db2


@mistake("bias-mean", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients are n times too small: you take the mean over the batch, but dz2 has been
    divided by n already. Sum its rows.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.mean(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.mean(axis=0)
    return dW1, db1, dW2, db2


@mistake("bias-not-summed", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients have a row for each example. The whole batch shares one bias, so its
    gradient is the sum over the rows: `dz.sum(axis=0)`.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1
    return dW1, db1, dW2, db2


@mistake("bias-of-the-first-row", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients come from the first example alone. Sum over all rows:
    `dz.sum(axis=0)`.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2[0]
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1[0]
    return dW1, db1, dW2, db2


@mistake("bias-one-number", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients are one number a layer: without an axis, `sum` adds up everything. Each
    neuron has a bias of its own; the sum goes over the batch, `axis=0`.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum()
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum()
    return dW1, db1, dW2, db2


@mistake("bias-summed-over-neurons", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your bias gradients are summed over the neurons. Each neuron has a bias of its own; the sum
    goes over the batch, axis 0.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=1)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=1)
    return dW1, db1, dW2, db2


@mistake("divided-by-classes", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """You divide by the number of the classes, or of all entries of p. The loss is the mean over
    the examples alone: (p - y) / n.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / p.size
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@form()
def not_by_the_examples(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / p.shape[1]
    dz1 = dz2 @ W2 * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


@mistake("divided-twice", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """You divide by n in dz2 and again in each gradient. Once is enough: from dz2 on, everything
    carries the 1/n.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1 / len(x)
    db2 = dz2.sum(axis=0) / len(x)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x / len(x)
    db1 = dz1.sum(axis=0) / len(x)
    return dW1, db1, dW2, db2


@mistake("input-for-a", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """In dW2 you multiply by x. The second layer never sees x: what comes in there is a1."""
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ x
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("last-row-only", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your gradients are those of the last row alone: each row overwrites what the one before it
    gave. Start from zeros, and add each row's part with `+=`.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = ((p - y) / len(x))[-1:]
    dW2 = dz2.T @ a1[-1:]
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1[-1:] > 0)
    dW1 = dz1.T @ x[-1:]
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@form()
def not_divided(x, *others):
    return [len(x) * gradient for gradient in backward(x, *others)]


@mistake("logits-for-p", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your dz2 compares y with the logits z2. The slope is p - y, with the probabilities that
    softmax makes of them.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (z2 - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("mask-inverted", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your mask is the wrong way round: it stops the neurons that were on and lets through those
    that were off. The slope is 1 where z1 > 0.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 < 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("mask-missing", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """The line through the ReLU is missing: your dz1 is da1. Where z1 is below 0 the ReLU's slope
    is 0 and nothing passes: dz1 = da1 * (z1 > 0).
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("mask-of-the-input", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your mask is taken from x. The ReLU bends z1, so its slope is 1 where z1 > 0, whatever the
    sign of x.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (x > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("mask-of-the-wrong-layer", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your mask is taken from z2. The ReLU stands between z1 and a1, so its slope depends on z1."""
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z2 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("mask-on-the-output", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You put a ReLU mask on dz2. The output layer has no ReLU, so its line has no mask: dz2 is (p
    - y) / n.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x) * (z2 > 0)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("not-divided", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your gradient is that of the sum of the losses: n times too large for a batch of n. The
    loss is the mean, so dz2 is (p - y) / n.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = p - y
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("order-of-results", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """The gradients come in another order than asked for: dW1, db1, dW2, db2."""
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW2, db2, dW1, db1


@form(order=ORDERS)
def in_order(*arguments, order):
    dW2, db2, dW1, db1 = backward(*arguments)
    return [(dW1, db1, dW2, db2)[i] for i in order]


@mistake("relu-of-upstream", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You put the ReLU on da1 itself, so every negative slope is lost. The mask looks at z1, and
    lets both signs pass.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = np.maximum(da1, 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("sigmoid-slope", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You use the slope of the sigmoid, a (1 - a). This hidden layer is ReLU: its slope is 1 where
    z1 > 0, else 0.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * a1 * (1 - a1)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@form()
def with_the_slope_at_z1(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    a = 1 / (1 + np.exp(-z1))
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ W2 * a * (1 - a)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


@mistake("sign", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your gradient points the other way: dz2 is p - y, not y - p. The right class has
    a slope below 0, since raising its logit lowers the loss. All that is computed from
    dz2 inherits the sign.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (y - p) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("slope-alone", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your dz1 is the ReLU's slope alone. It is only the local factor: what arrives from behind,
    da1, is missing. Each path is upstream times local.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = (z1 > 0) * 1.0
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("softmax-slope-twice", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You multiply p - y by the slope of softmax, p (1 - p). It is already inside p - y: nothing
    more belongs between the loss and z2.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) * p * (1 - p) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@form()
def with_all_slopes_of_softmax(x, y, W1, b1, W2, b2):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = p * (p - y - ((p - y) * p).sum(axis=1, keepdims=True)) / len(x)
    dz1 = dz2 @ W2 * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


@mistake("transposed", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """Your weight gradients are transposed. Each has the shape of its weights: dW = dz.T @ what
    came in, (out, n) times (n, in).
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = x.T @ dz1
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("truth-forgotten", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your dz2 is p alone. The slope at the logits is p - y: at the right class, 1 is taken off."""
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = p / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("updated-too-early", see="#the-update")
def backward(x, y, W1, b1, W2, b2):
    """You change W2 before da1 is taken from it, so the first layer's gradient belongs to other
    weights than the pass that was made. First all gradients, then all updates.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    W2 = W2 - dW2
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@form(rate=(0.001, 0.01, 0.05, 0.1, 0.5))
def with_a_learning_rate(x, y, W1, b1, W2, b2, rate):
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dz1 = dz2 @ (W2 - rate * dz2.T @ a1) * (z1 > 0)
    return dz1.T @ x, dz1.sum(axis=0), dz2.T @ a1, dz2.sum(axis=0)


@mistake("upstream-forgotten", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your da1 adds up the weights alone: the upstream factor dz2 is missing. Each path
    is upstream times local.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = np.ones_like(dz2) @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("value-for-slope", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You multiply da1 by a1. The local factor of the ReLU is its slope, 0 or 1,
    and not its value.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * a1
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("weights-before-mask", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """Your dW1 is taken from da1, from before the ReLU's slope has come in. W1 stands before the
    ReLU: its upstream is dz1.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = da1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("weights-skipped", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You hand dz2 to the hidden layer as it is. The line through the weights is missing: da1 = dz2
    @ W2 charges each hidden neuron by the weights it went out through.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("weights-transposed", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """In da1 you multiply by W2.T. On the way back the error goes from the classes to the hidden
    neurons: (n, classes) times (classes, hidden) is dz2 @ W2.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2.T
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("wrong-weights", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You go back through W1. From z2 to a1 the way leads through W2, the weights that
    a1 was multiplied by.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W1
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("z-for-a", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """In dW2 you multiply by z1. The local slope of z2 = a1 W2 + b2 at W2 is what came in: a1,
    behind the ReLU.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ z1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * (z1 > 0)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("z-for-slope", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You multiply da1 by z1. The local factor of the ReLU is its slope: 1 where z1 > 0, else 0."""
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * z1
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("z-one-minus-z", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """You use z1 (1 - z1). Even a sigmoid's slope is a (1 - a), with its output; and this layer is
    ReLU, with slope 1 where z1 > 0, else 0.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * z1 * (1 - z1)
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2
