from itertools import permutations

import numpy as np

from course.exercises.exercise import form, mistake
from solution import forward

ORDERS = [order for order in permutations(range(4)) if order != (0, 1, 2, 3)]


@mistake("a-for-input", see="#every-path")
def backward(x, y, W1, b1, W2, b2):
    """For `dW1` you multiply by `a1`, but that's what comes out of layer 1. The local slope of a
    weight is the number it multiplies, and `W1` multiplies the input. Use `x` here.
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
    """Your `db1` adds up `da1`, so even neurons that were off change their biases. The bias comes
    before the ReLU, so its gradient has to go back through the ReLU's slope first. Add up `dz1`
    instead.
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
    """A bias gradient of yours is 0, so that bias would never learn. If a bias grows by 1, so does
    its `z`: the local slope is 1. Add up the rows of `dz2` for `db2`, and those of `dz1` for `db1`.
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
    """You divide a bias gradient by the batch size twice. Once is enough: the division in `dz2`
    carries over to everything after it. Add up the rows with `sum(axis=0)`, without taking a mean.
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


@mistake("bias-not-summed", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """A bias gradient of yours still has a row for each example. But all examples share a neuron's
    bias, and each one adds its part to the same slope. Add up the rows with `sum(axis=0)`.
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


@mistake("bias-of-the-first-row", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """A bias gradient of yours comes from the first example alone. But all examples share a
    neuron's bias, and each one adds its part to the slope. Add up all the rows with `sum(axis=0)`.
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


@mistake("bias-one-number", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """You have one number for all the biases of a layer: without an axis, `sum` adds up everything.
    Each neuron has its own bias and needs its own slope. Use `sum(axis=0)`, which adds up the
    examples only.
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


@mistake("bias-summed-over-neurons", see="#with-shapes")
def backward(x, y, W1, b1, W2, b2):
    """A bias gradient of yours has one number per example, because you add up along each row. There
    should be one per neuron, since all examples share its bias. Add up each column instead, with
    `sum(axis=0)`.
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
    """The number you divide by counts the classes. But the loss is the mean over the examples,
    however many classes there are. Divide `p - y` by the number of rows, `len(x)`.
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
    """You divide by the batch size twice, so with n examples your result is n times too small. Once
    is enough: start with `(p - y) / len(x)`, and it carries over to every later line.
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
    """For `dW2` you multiply by `x`, but layer 2 never sees the input. The local slope of a weight
    is the number it multiplies, and `W2` multiplies the activations. Use `a1` here.
    """
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
    """You keep the last example's part alone. In a loop over the rows, `=` throws away what the
    earlier rows gave. Start each gradient at zero, and add each row's part with `+=`.
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


@mistake("logits-for-p", see="#one-path")
def backward(x, y, W1, b1, W2, b2):
    """Your `dz2` subtracts `y` from the logits. The slope at a logit is its probability minus the
    label, so softmax has to come first. Use `p`, which the given `forward` returns, instead of
    `z2`.
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
    """Your ReLU mask is the wrong way around: it stops the neurons that were on, and lets the
    others through. The slope is 1 where `z1` is above 0, and 0 elsewhere. Multiply `da1` by `(z1 >
    0)`.
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
    """You go back past the ReLU without its slope, so neurons that were off get a gradient too.
    Where `z1` is below 0, that slope is 0. Multiply `da1` by `(z1 > 0)` to get `dz1`.
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
    """You take the ReLU's mask from `x`. But the ReLU acts on `z1`, and only the sign of `z1` says
    which neurons were on. Multiply `da1` by `(z1 > 0)`.
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
    """You take the ReLU's mask from `z2`. But the ReLU sits between `z1` and `a1`, so only the sign
    of `z1` says which neurons were on. Multiply `da1` by `(z1 > 0)`.
    """
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
    """You put a ReLU mask on `dz2`. The output layer has no ReLU, so nothing is stopped there,
    whatever the sign of `z2`. Leave the mask out: `dz2` is `(p - y) / len(x)`.
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
    """A division by the batch size is missing: that's the gradient of the sum of the losses, n
    times too large for n examples. The loss of a batch is the mean. Start with `(p - y) / len(x)`,
    and it carries over to every later line.
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


@mistake("order-of-results", see="#the-batch")
def backward(x, y, W1, b1, W2, b2):
    """Your gradients come back in another order than `dW1, db1, dW2, db2`. An update takes them by
    position, so it would use one for the other. Put them into this order after `return`.
    """
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
    """You apply the ReLU to `da1`, so every negative slope becomes 0. But what passes depends on
    `z1`: for a neuron that was on, the gradient gets through with either sign. Multiply `da1` by
    `(z1 > 0)`.
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
    """You use the sigmoid's slope, an activation times 1 minus itself. This hidden layer is a ReLU:
    its slope is 1 where `z1` is above 0, and 0 elsewhere. Multiply `da1` by `(z1 > 0)`.
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


@mistake("sign", see="#one-path")
def backward(x, y, W1, b1, W2, b2):
    """The sign is the wrong way around, so a step would make the loss larger. At the right class
    the slope should be negative, because a larger logit there lowers the loss. Start with `p - y`,
    in this order.
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
    """Your `dz1` is the ReLU's slope alone, all ones and zeros. That's only the local slope: what
    arrives from the output, `da1`, is missing. Multiply `da1` by `(z1 > 0)`.
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


@mistake("softmax-slope-twice", see="#one-path")
def backward(x, y, W1, b1, W2, b2):
    """You multiply by the slope of softmax. But `p - y` is already the whole slope from the loss
    back to `z2`, with softmax inside. Leave the factor out: `dz2` is `(p - y) / len(x)`.
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
    """A weight gradient of yours is transposed: rows and columns have changed places. A gradient
    has the shape of the array it belongs to. Transpose the slopes at z instead: `dz2.T @ a1` for
    `dW2`, and likewise for `dW1`.
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


@mistake("truth-forgotten", see="#one-path")
def backward(x, y, W1, b1, W2, b2):
    """Your `dz2` is made from `p` alone, so nothing says which class is right. At each logit the
    slope is the probability minus the label, 1 or 0. Start with `p - y`.
    """
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
    """You change `W2` before you use it for `da1`, so the gradient goes back through weights that
    the forward pass never used. This function only computes gradients. Leave all updates out, and
    use `W2` as it came in.
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
    """Your `da1` adds up the weights alone: the gradient that arrives from the output, `dz2`, is
    missing. Each step back multiplies upstream by local, then adds where paths meet. That's `dz2 @
    W2`.
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
    """You multiply `da1` by `a1`, the ReLU's value. The chain rule needs its slope: 1 for a neuron
    that was on, 0 for one that was off. Multiply by `(z1 > 0)` instead.
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
    """You use `da1` for `dW1`, so even neurons that were off change their weights. `W1` comes
    before the ReLU, so its gradient has to go back through the ReLU's slope first. Use `dz1`
    instead.
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
    """You hand `dz2` to the hidden layer as it is. On its way back it has to cross the weights:
    each hidden neuron adds up the slopes of all outputs, each times the weight between them. That's
    `dz2 @ W2`.
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
    """For `da1` you multiply by the transposed `W2`. Forward needs the transpose; on the way back
    the shapes fit without it, (n, classes) times (classes, hidden). Use `dz2 @ W2`.
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
    """For `da1` you go back through `W1`. But between `a1` and `z2` are the weights of layer 2, and
    the gradient goes back the way the numbers came. Use `W2` here.
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
    """For `dW2` you multiply by `z1`, from before the ReLU. The local slope of a weight is the
    number it multiplies, and `W2` multiplies the activations. Use `a1` here.
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
    """You multiply `da1` by `z1` itself. The ReLU's slope is 1 where `z1` is above 0, and 0
    elsewhere, however large `z1` is. Multiply by the mask `(z1 > 0)` instead.
    """
    z1, a1, z2, p = forward(x, W1, b1, W2, b2)
    dz2 = (p - y) / len(x)
    dW2 = dz2.T @ a1
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ W2
    dz1 = da1 * z1
    dW1 = dz1.T @ x
    db1 = dz1.sum(axis=0)
    return dW1, db1, dW2, db2


@mistake("z-one-minus-z", see="#what-goes-wrong")
def backward(x, y, W1, b1, W2, b2):
    """You multiply `da1` by `z1 * (1 - z1)`. It looks like the sigmoid's slope, but that one is
    made from the sigmoid's output, and this layer is a ReLU anyway. Multiply by `(z1 > 0)`.
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
