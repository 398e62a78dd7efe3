import numpy as np

from course.exercises.exercise import form, mistake


@mistake("answers-swapped", see="#one-neuron")
def predict(x, w, b):
    """Your two answers are swapped: 1 belongs to z >= 0."""
    return np.where(x @ w + b >= 0, 0, 1)


@mistake("bias-forgotten", see="#one-neuron")
def predict(x, w, b):
    """Your neuron leaves its bias out: it decides on `x @ w`, and z is `x @ w + b`."""
    return np.where(x @ w >= 0, 1, 0)


@mistake("bias-subtracted", see="#one-neuron")
def predict(x, w, b):
    """Your neuron takes its bias away; z is `x @ w` **plus** b."""
    return np.where(x @ w - b >= 0, 1, 0)


@mistake("boundary-excluded", see="#one-neuron")
def predict(x, w, b):
    """Where z is exactly 0, you answer 0; here the answer is 1: compare with `>=`."""
    return np.where(x @ w + b > 0, 1, 0)


@mistake("first-row-only", see="#one-neuron")
def predict(x, w, b):
    """You answer for the first row only; every row of x is an example of its own."""
    return np.where(x[:1] @ w + b >= 0, 1, 0)


@mistake("minus-one", see="#one-neuron")
def predict(x, w, b):
    """You answer -1 where this lesson answers 0."""
    return np.where(x @ w + b >= 0, 1, -1)


@mistake("sigmoid", see="#one-neuron")
def predict(x, w, b):
    """You return a probability, the sigmoid of z; a perceptron answers 1 or 0."""
    return 1 / (1 + np.exp(-(x @ w + b)))


@mistake("step-forgotten", see="#one-neuron")
def predict(x, w, b):
    """You return z itself; the perceptron answers 1 where z >= 0 and 0 elsewhere."""
    return x @ w + b


@mistake("sign-for-step", see="#one-neuron")
def predict(x, w, b):
    """You return the sign of z: -1 below the line, 0 on it, 1 above it. A perceptron answers only
    0 or 1, and 1 on the line, too: `np.where(z >= 0, 1, 0)`.
    """
    return np.sign(x @ w + b)


@mistake("sum-not-reset", see="#one-neuron")
def predict(x, w, b):
    """Each row starts with the sum of the rows before it. Set z back at the head of the loop over
    the rows, so that every row starts afresh.
    """
    z, answers = b, []
    for row in x:
        z += row @ w
        answers.append(1 if z >= 0 else 0)
    return answers


@form()
def from_nothing(x, w, b):
    z, answers = 0, []
    for row in x:
        z += row @ w + b
        answers.append(1 if z >= 0 else 0)
    return answers


@mistake("only-the-last-input", see="#one-neuron")
def predict(x, w, b):
    """Only the last input counts: each product replaces the one before it. Inside the loop, add it
    to the sum with `+=` instead of `=`.
    """
    return [1 if row[-1] * w[-1] + b >= 0 else 0 for row in x]


@mistake("first-input-left-out", see="#one-neuron")
def predict(x, w, b):
    """The first input doesn't count: your sum starts at index 1. Python counts from 0, so let the
    loop start there.
    """
    return np.where(x[:, 1:] @ w[1:] + b >= 0, 1, 0)
