import numpy as np

from course.exercises.exercise import mistake


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
