import numpy as np

from course.exercises.exercise import form, mistake


@mistake("activation-added", see="#one-example-by-hand")
def layer(x, W, b):
    """You put a ReLU on the result. Return the pre-activations z; the activation is the next
    step.
    """
    return np.maximum(x @ W.T + b, 0)


@mistake("batch-summed", see="#the-batch")
def layer(x, W, b):
    """You add up the examples of the batch. Each example keeps a row of its own."""
    return (x @ W.T + b).sum(axis=0)


@mistake("bias-down-the-rows", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You add the bias of a neuron to a whole *example*: rows and columns are mixed up. Neurons are
    the columns of z, so b, of shape (out,), goes along each row as it is.
    """
    return x @ W.T + b[:, None]


@mistake("bias-forgotten", see="#a-layer-is-one-product")
def layer(x, W, b):
    """The products and sums are right, but the bias is missing: add b, which NumPy adds
    to every row.
    """
    return x @ W.T


@mistake("bias-multiplied", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You add the bias before you multiply, so the weights change it. It is added last:
    `x @ W.T + b`.
    """
    return (x + b) @ W.T


@mistake("bias-subtracted", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You subtract the bias. It is added: `x @ W.T + b`."""
    return x @ W.T - b


@mistake("element-by-element", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You multiply with `*`, number by number. A neuron adds its products up: that is
    the matrix product `@`.
    """
    return x * W + b


@mistake("first-row-only", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You compute the first example only. With `x @ W.T` one product treats the whole batch."""
    return x[:1] @ W.T + b


@mistake("product-order", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You multiply `W @ x`. A batch has its examples in rows, and for rows the weights stand on the
    right: `x @ W.T`.
    """
    return W @ x + b


@mistake("transposed", see="#a-layer-is-one-product")
def layer(x, W, b):
    """Your result is transposed: it has a column for each example. It should have a row for
    each, just as x does: `x @ W.T`.
    """
    return (x @ W.T + b).T


@mistake("weights-transposed", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You multiply `x @ W`, which pairs the inputs with the columns of W. Each neuron's weights are
    a row of W, so transpose it: `x @ W.T`. Where W is square, both run, and only one is right.
    """
    return x @ W + b


@mistake("only-the-last-input", see="#one-example-by-hand")
def layer(x, W, b):
    """Only the last input counts: each product replaces the one before it. Inside the loop over the
    inputs, add it to the sum with `+=` instead of `=`.
    """
    return x[:, -1:] * W[:, -1] + b


@mistake("first-input-left-out", see="#one-example-by-hand")
def layer(x, W, b):
    """The first input doesn't count: your sum starts at index 1. Python counts from 0, so let the
    loop start there.
    """
    return x[:, 1:] @ W[:, 1:].T + b


@mistake("sum-not-reset", see="#one-example-by-hand")
def layer(x, W, b):
    """Each neuron's sum goes on from the neuron before it. Set the sum back at the head of the loop
    over the neurons, so that each one starts afresh.
    """
    z = []
    for row in x:
        total, out = 0, []
        for weights, bias in zip(W, b, strict=True):
            total += row @ weights + bias
            out.append(total)
        z.append(out)
    return z


@form()
def bias_added_at_the_end(x, W, b):
    return np.cumsum(x @ W.T, axis=1) + b


@form()
def never_reset(x, W, b):
    z = x @ W.T + b
    return np.cumsum(z.ravel()).reshape(z.shape)


@form()
def never_reset_bias_at_the_end(x, W, b):
    z = x @ W.T
    return np.cumsum(z.ravel()).reshape(z.shape) + b
