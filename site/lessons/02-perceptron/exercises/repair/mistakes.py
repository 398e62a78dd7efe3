import numpy as np

from course.exercises.exercise import mistake


@mistake("boundary-excluded", see="#one-neuron")
def network(x, W, b, w_out, b_out):
    """The last neuron answers 0 where z is exactly 0; here the answer is 1: compare with `>=`."""
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("first-layer-skipped", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Your last neuron reads x itself. Its inputs are the answers of the first layer."""
    return np.where(x @ w_out + b_out >= 0, 1, 0)


@mistake("hidden-bias-forgotten", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """The first layer leaves its biases out: its z is `x @ W.T + b`."""
    hidden = np.where(x @ W.T >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("hidden-boundary-excluded", see="#one-neuron")
def network(x, W, b, w_out, b_out):
    """The neurons of the first layer answer 0 where z is exactly 0; here the answer is
    1: compare with `>=`.
    """
    hidden = np.where(x @ W.T + b > 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("hidden-step-forgotten", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Your first layer hands on its z. Each neuron answers 0 or 1 first: without the step, two
    layers are one neuron in disguise, and XOR stays out of reach.
    """
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("output-bias-forgotten", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """The last neuron leaves its bias out: its z is `hidden @ w_out + b_out`."""
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    z = hidden @ w_out
    return np.where(z >= 0, 1, 0)


@mistake("output-step-forgotten", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """You return the last neuron's z; its answer is 1 where z >= 0 and else 0."""
    hidden = np.where(x @ W.T + b >= 0, 1, 0)
    return hidden @ w_out + b_out


@mistake("step-and-boundary", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """One fault is mended, two are left. Print `hidden`: are these answers, 0 or 1? And what does
    the last line answer where z is exactly 0?
    """
    hidden = x @ W.T + b
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("step-and-transpose", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """One fault is mended, two are left, both in the first layer. Work out z of its first neuron,
    row 0 of `W`, by hand, and print `hidden`: is it that neuron's z? Is it an answer, 0 or 1?
    """
    hidden = x @ W + b
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)


@mistake("transpose-and-boundary", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """One fault is mended, two are left. Work out z of the first neuron, row 0 of `W`, by hand:
    does `hidden` agree? And what does the last line answer where z is exactly 0?
    """
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z > 0, 1, 0)


@mistake("weights-transposed", see="#two-neurons-and-a-third")
def network(x, W, b, w_out, b_out):
    """Each row of `W` holds the weights of one neuron, so the product is `x @ W.T`. With a square
    W, `x @ W` runs too, and computes something else.
    """
    hidden = np.where(x @ W + b >= 0, 1, 0)
    z = hidden @ w_out + b_out
    return np.where(z >= 0, 1, 0)
