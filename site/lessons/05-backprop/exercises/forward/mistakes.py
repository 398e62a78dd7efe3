from itertools import permutations

import numpy as np

from course.exercises.exercise import form, mistake


def in_the_maximum_too(z):
    e = np.exp(z - z.max(axis=1))
    return e / e.sum(axis=1)


def without_a_maximum(z):
    return np.exp(z) / np.exp(z).sum(axis=1)


def with_the_batchs_maximum(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1)


SOFTMAXES = [in_the_maximum_too, without_a_maximum, with_the_batchs_maximum]

ORDERS = [order for order in permutations(range(4)) if order != (0, 1, 2, 3)]


@mistake("b1-forgotten", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `z1` is the weighted sum alone, without the bias `b1`. Each hidden neuron adds its own
    bias before the ReLU. Add `b1` to the sum; NumPy adds it to every row.
    """
    z1 = x @ W1.T
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("b2-forgotten", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `z2` is the weighted sum alone, without the bias `b2`. Layer 2 works just like layer 1:
    a product with its weights, plus its biases. Add `b2` to `z2` itself.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("bias-forgotten", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Both layers leave out their biases: your `z1` and `z2` are weighted sums alone. A neuron's
    `z` is its weighted sum plus a bias. Add `b1` to the sum in layer 1, and `b2` to the one in
    layer 2.
    """
    z1 = x @ W1.T
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("keepdims-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """The row sums or row maximums in your softmax have the shape `(n,)`, so NumPy matches them
    with the columns of `z2` instead of its rows. Add `keepdims=True`. Then the shape is `(n, 1)`,
    one number next to each row.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1)
    return z1, a1, z2, p


@form(softmax=SOFTMAXES)
def another_softmax(x, W1, b1, W2, b2, softmax):
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    return z1, a1, z2, softmax(z2)


@mistake("not-normalised", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `p` contains exponentials. They're positive, but a row of them doesn't add up to 1, so
    they aren't probabilities yet. Divide each row by its own sum, with `axis=1` and
    `keepdims=True`.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = np.exp(z2)
    return z1, a1, z2, p


@form()
def with_the_maximum_off(*arguments):
    z1, a1, z2, _ = forward(*arguments)
    return z1, a1, z2, np.exp(z2 - z2.max(axis=1, keepdims=True))


@mistake("order-of-results", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your results come back in another order than `z1, a1, z2, p`. The backward pass takes them by
    position, so it would use one for the other. Put them into this order after `return`.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, z2, a1, p


@form(order=ORDERS)
def in_order(*arguments, order):
    z1, z2, a1, p = forward(*arguments)
    return [(z1, a1, z2, p)[i] for i in order]


@mistake("relu-forgotten", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `a1` is the same as `z1`, negative numbers included: the ReLU is missing. Without it,
    two layers can do no more than one. Replace everything below 0 with 0, using `np.maximum`.
    """
    z1 = x @ W1.T + b1
    a1 = z1
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("relu-on-output", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """You apply a ReLU to the output layer, so negative logits are lost. Only the hidden layer has
    one. Take it out here, and give softmax the logits of `z2` as they are.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    z2 = np.maximum(z2, 0)
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@form()
def for_softmax_alone(x, W1, b1, W2, b2):
    z1, a1, _, p = forward(x, W1, b1, W2, b2)
    return z1, a1, a1 @ W2.T + b2, p


@form()
def in_place_of_softmax(*arguments):
    z1, a1, z2, _ = for_softmax_alone(*arguments)
    return z1, a1, z2, np.maximum(z2, 0)


@mistake("rounded-to-classes", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `p` gives 1 to the class with the largest logit, and 0 to the others. That's a final
    answer, but the backward pass needs to know how confident the network is. Return the
    probabilities from softmax instead.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = (z2 == z2.max(axis=1, keepdims=True)) * 1.0
    return z1, a1, z2, p


@mistake("sigmoid-for-relu", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer applies a sigmoid. This network has a ReLU there: a negative `z1` becomes
    0, and every other number stays as it is. Compute `a1` with `np.maximum(z1, 0)`.
    """
    z1 = x @ W1.T + b1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("sigmoid-for-softmax", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """You send each logit through a sigmoid by itself, so a row of `p` needn't add up to 1. Softmax
    compares the logits of a row. Take `exp` of each one, then divide each row by its sum.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = 1 / (1 + np.exp(-z2))
    return z1, a1, z2, p


@mistake("softmax-missing", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """Your `p` is the same as `z2`. Those are still logits, and they can be negative. Softmax turns
    them into probabilities: take `exp` of each one, then divide each row by its sum.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = z2
    return z1, a1, z2, p


@mistake("sum-over-everything", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your softmax divides by the sum over the whole batch, so all the rows together add up to 1.
    Each example needs probabilities of its own. Give `sum` the arguments `axis=1` and
    `keepdims=True`, and each row gets its own sum.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max())
    p = e / e.sum()
    return z1, a1, z2, p


@mistake("weights-transposed", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """You multiply by the weights without transposing them. Each row of `W1` belongs to one hidden
    neuron, so the product needs `W1.T`, and layer 2 needs `W2.T`. With square matrices you get no
    error, just wrong numbers.
    """
    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    z1 = np.einsum("ni,ih->nh", x, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.einsum("nh,hc->nc", a1, W2) + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("wrong-axis", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your softmax works down the columns, so each column of `p` adds up to 1, across different
    examples. The classes of one example are in its row. Take the sum along the rows, with `axis=1`
    and `keepdims=True`.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=0, keepdims=True))
    p = e / e.sum(axis=0, keepdims=True)
    return z1, a1, z2, p


@mistake("z-passed-on", see="#one-path")
def forward(x, W1, b1, W2, b2):
    """You compute `a1`, but your `z2` comes from `z1`, so layer 2 still sees the negative numbers.
    What leaves the hidden layer is its activation. Use `a1` in the formula for `z2`.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = z1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("z1-overwritten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your `z1` comes back with its negative numbers set to 0, just like `a1`. The backward pass
    needs the original `z1` to see which neurons were on. Put the ReLU's result into a new array,
    and return `z1` as it was.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return a1, a1, z2, p
