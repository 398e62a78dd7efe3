import numpy as np

from course.exercises.exercise import form, mistake


@mistake("activation-added", see="#one-example-by-hand")
def layer(x, W, b):
    """You apply ReLU to the sums. This function should return the pre-activations, z, and they can
    be negative. ReLU comes after it, as a step of its own. Return the sums as they are.
    """
    return np.maximum(x @ W.T + b, 0)


@mistake("batch-summed", see="#the-batch")
def layer(x, W, b):
    """You add up the examples, so only one row is left. The examples of a batch never mix: row i of
    z depends only on row i of `x`. Leave out the sum over the rows.
    """
    return (x @ W.T + b).sum(axis=0)


@mistake("bias-down-the-rows", see="#the-batch")
def layer(x, W, b):
    """You add each bias to a whole row, but a row of z is an example. Each neuron has a column, and
    `b` has one number per column. Add `b` as it is, and NumPy adds it to every row.
    """
    return x @ W.T + b[:, None]


@mistake("bias-forgotten", see="#a-layer-is-one-product")
def layer(x, W, b):
    """Your z leaves out the bias. Each neuron adds its own number to its weighted sum, for every
    example. Add `b` to the product, and NumPy adds it to every row.
    """
    return x @ W.T


@mistake("bias-multiplied", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You add the bias to the inputs, so the weights multiply it, too. It belongs at the end, when
    the sums are complete. Use `x @ W.T + b`.
    """
    return (x + b) @ W.T


@mistake("bias-subtracted", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You subtract the bias. A layer always adds it: if a bias should make a sum smaller, it's a
    negative number already. Turn the minus into a plus.
    """
    return x @ W.T - b


@mistake("element-by-element", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You multiply `x` and `W` entry by entry, and nothing is added up. A neuron multiplies each
    input by its weight and adds up the products. The matrix product does both: `x @ W.T`.
    """
    return x * W + b


@mistake("first-row-only", see="#the-batch")
def layer(x, W, b):
    """You return the sums of the first example only. Each row of `x` is an example, and one product
    can do them all. Use the whole of `x` in `x @ W.T`.
    """
    return x[:1] @ W.T + b


@mistake("product-order", see="#a-layer-is-one-product")
def layer(x, W, b):
    """Your product has the weights on the left, as in `W @ x`. That's right for a single example,
    written as a column. Here, each example is a row of `x`, so the weights go on the right: `x @
    W.T`.
    """
    return W @ x + b


@mistake("transposed", see="#the-batch")
def layer(x, W, b):
    """Your result is transposed: it has a column for each example and a row for each neuron. Like
    `x`, it should have a row for each example. That's what `x @ W.T` gives you.
    """
    return (x @ W.T + b).T


@mistake("weights-transposed", see="#a-layer-is-one-product")
def layer(x, W, b):
    """Your product pairs the inputs with the columns of `W`. But each neuron's weights are a row of
    `W`. If `W` is square, you get no error, just wrong numbers. Use `x @ W.T`.
    """
    return x @ W + b


@mistake("only-the-last-input", see="#why-matrices")
def layer(x, W, b):
    """Only the last input counts in your sums, as if each product replaced the one before it. A
    neuron adds up the products of all its inputs. If you have a loop over the inputs, use `+=` in
    it.
    """
    return x[:, -1:] * W[:, -1] + b


@mistake("first-input-left-out", see="#a-layer-is-one-product")
def layer(x, W, b):
    """The first input makes no difference to your sums, as if they began at index 1. Mathematics
    counts from 1, but Python counts from 0. Begin there.
    """
    return x[:, 1:] @ W[:, 1:].T + b


@mistake("sum-not-reset", see="#why-matrices")
def layer(x, W, b):
    """Your sums run on: most of them start from the sum before instead of from 0. Every neuron
    needs a sum of its own for every example. Set it back to 0 each time you start on another
    neuron.
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


@mistake("bias-per-input", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You add each bias once for every input, so it counts too often as soon as there are two. A
    neuron has one bias. Add it once, after all the products.
    """
    return x @ W.T + b * x.shape[1]


@mistake("reshaped", see="#a-layer-is-one-product")
def layer(x, W, b):
    """You reshape `W`. That keeps its numbers in their order and cuts them into rows of another
    length, so the weights of different neurons get mixed. To turn rows into columns, use `W.T`.
    """
    return x @ W.reshape(W.shape[::-1]) + b


@mistake("biases-added-up", see="#the-batch")
def layer(x, W, b):
    """You add all the biases to every neuron. Each neuron has one bias of its own. Add `b` as it
    is: NumPy adds its numbers to the columns, one each.
    """
    return x @ W.T + b.sum()
