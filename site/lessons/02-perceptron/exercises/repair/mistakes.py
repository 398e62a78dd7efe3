import numpy as np

from course.exercises.exercise import form, mistake


@mistake("boundary-excluded", see="#term-perceptron")
def network(x, W, b, w_out, b_out):
    """Where its z is exactly 0, your last neuron answers 0. In this course, it answers 1 there: a z
    of 0 counts as a yes. Compare its z with `>=`.
    """
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("first-layer-skipped", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Your last neuron reads `x` itself, so the first layer makes no difference. It should read
    that layer's answers, because they are what makes XOR possible. Use `hidden`, not `x`, in its
    sum.
    """
    return np.where(x @ w_out + b_out >= 0, 1, 0)


@mistake("hidden-bias-forgotten", see="#term-bias")
def network(x, W, b, w_out, b_out):
    """Your first layer leaves out its biases: its neurons decide by `x @ W.T` alone. Add `b` to
    these sums before you turn them into answers.
    """
    hidden = np.where(x @ W.T >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("hidden-boundary-excluded", see="#term-perceptron")
def network(x, W, b, w_out, b_out):
    """Where z is exactly 0, the neurons of your first layer answer 0. In this course, they
    answer 1 there: a z of 0 counts as a yes. Compare with `>=` there, as every neuron of this
    network does.
    """
    hidden = np.where(x @ W.T + b > 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@form()
def last_one_too(x, W, b, w_out, b_out):
    hidden = np.where(x @ W.T + b > 0, 1, 0)
    return np.where(hidden @ w_out + b_out > 0, 1, 0)


@mistake("hidden-step-forgotten", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Your first layer passes on its z. Each of its neurons should answer 0 or 1 first, because
    without that step, two layers can do no more than one neuron. Turn z into answers before you
    store them in `hidden`.
    """
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("output-bias-forgotten", see="#term-bias")
def network(x, W, b, w_out, b_out):
    """Your last neuron decides by its weighted sum alone, so its bias makes no difference. Its z is
    `hidden @ w_out` plus a bias, too. Add `b_out` before you compare with 0.
    """
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    z = hidden @ w_out
    return np.where(z >= 0, 1, 0)


@mistake("output-step-forgotten", see="#term-perceptron")
def network(x, W, b, w_out, b_out):
    """You return the last neuron's z, which can be any number. It's a perceptron like the others,
    so it should answer 1 where z is at least 0, and 0 everywhere else. Compare z with 0 before you
    return.
    """
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    return hidden @ w_out + b_out


@mistake("step-and-boundary", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Two faults are left. Your first layer doesn't pass on answers, and your last neuron doesn't
    answer 1 where its z is exactly 0. Print `hidden` first: is every number in it a 0 or a 1?
    """
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("step-and-transpose", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Two faults are left, both in the first layer: it doesn't pass on answers, and it reads
    the columns of `W` where a neuron has a row. Work out the first neuron's z by hand, with row
    0 of `W`, and turn it into an answer, 0 or 1.
    """
    hidden = x @ W + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("transpose-and-boundary", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Two faults are left. Your first layer pairs the inputs with the wrong weights, and your last
    neuron doesn't answer 1 where its z is exactly 0. Work out the first neuron's answer by hand,
    with row 0 of `W`, and compare it with `hidden`.
    """
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("weights-transposed", see="#one-neuron")
def network(x, W, b, w_out, b_out):
    """Your first layer pairs the inputs with the columns of `W`, but each row of `W` has one
    neuron's weights. With a square `W`, that runs without an error and is still wrong. Multiply by
    `W.T`.
    """
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("relu-for-step", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Your first layer passes on max(0, z). These neurons answer 0 or 1, whatever the size of z.
    Turn each z of the first layer into 1 where it's at least 0, and into 0 elsewhere.
    """
    hidden = np.maximum(x @ W.T + b, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("bias-after-step", see="#term-bias")
def network(x, W, b, w_out, b_out):
    """Your first layer decides by the weighted sums alone, and you add `b` to its answers. The bias
    moves the point where a neuron switches, so it's part of z. Add `b` before you compare with 0.
    """
    hidden = np.where(x @ W.T >= 0, 1, 0) + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
