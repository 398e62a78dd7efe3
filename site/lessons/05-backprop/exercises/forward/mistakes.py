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


@mistake("b1-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your z1 lacks its bias: a neuron adds b1 to its weighted sum, `x @ W1.T + b1`. From there on
    everything is off.
    """
    z1 = x @ W1.T
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("b2-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your z1 and a1 are right. z2 lacks its bias: `a1 @ W2.T + b2`."""
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("bias-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Both layers have lost their biases: each z is a weighted sum plus b."""
    z1 = x @ W1.T
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("keepdims-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your softmax divides by sums of the shape (n,), which NumPy lays along the columns: it fails,
    or in a square batch divides by another row's sum. With `keepdims=True` they are (n, 1).
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


@mistake("not-normalised", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your p is exp of the logits, not yet divided by the row's sum: its rows do not
    add up to 1.
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
    """The numbers are right, but they come in another order than z1, a1, z2, p."""
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


@mistake("relu-forgotten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your a1 is z1 itself: the ReLU is missing. Without it the two layers are one."""
    z1 = x @ W1.T + b1
    a1 = z1
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("relu-on-output", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """You bend z2 with a ReLU. The last layer has no activation: softmax takes its sums
    as they are.
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


@mistake("rounded-to-classes", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your p says 1 for the likeliest class and 0 for the others. Backward needs the
    probabilities themselves.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = (z2 == z2.max(axis=1, keepdims=True)) * 1.0
    return z1, a1, z2, p


@mistake("sigmoid-for-relu", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer bends with the sigmoid. This network's hidden layer is ReLU, max(0, z)."""
    z1 = x @ W1.T + b1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("sigmoid-for-softmax", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """You put each logit through a sigmoid. Softmax compares the logits of a row, so that they
    share one whole.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = 1 / (1 + np.exp(-z2))
    return z1, a1, z2, p


@mistake("softmax-missing", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your p is z2 itself. Softmax turns the logits into probabilities."""
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = z2
    return z1, a1, z2, p


@mistake("sum-over-everything", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your softmax divides by the sum of the whole array. Each row has its own sum:
    `axis=1, keepdims=True`.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max())
    p = e / e.sum()
    return z1, a1, z2, p


@mistake("weights-transposed", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """You multiply by W instead of W.T. W has a row for each neuron, (out, in), so the product is
    `x @ W.T`; with square matrices nothing warns you.
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
    """Your softmax sums over the batch, so each column adds up to 1. Every example has
    probabilities of its own: sum over axis 1.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=0, keepdims=True))
    p = e / e.sum(axis=0, keepdims=True)
    return z1, a1, z2, p


@mistake("z-passed-on", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """You compute a1, then feed z1 to the second layer. It gets what comes out of the ReLU, a1."""
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = z1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return z1, a1, z2, p


@mistake("z1-overwritten", see="#with-shapes")
def forward(x, W1, b1, W2, b2):
    """Your z1 has been bent too: it comes back as a1. The way back needs z1 as it was, to know
    which neurons were on.
    """
    z1 = x @ W1.T + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2.T + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return a1, a1, z2, p
