import numpy as np

from course.exercises.exercise import form, mistake


@mistake("answers-swapped", see="#term-perceptron")
def predict(x, w, b):
    """Your answers are the wrong way around: you give 0 where z is at least 0, and 1 where it's
    below. A perceptron answers 1 as soon as z reaches 0. Swap your two answers.
    """
    return np.where(x @ w + b >= 0, 0, 1)


@mistake("bias-forgotten", see="#term-bias")
def predict(x, w, b):
    """Your answers depend on `x @ w` alone, so the bias makes no difference. In a neuron, z is the
    weighted sum plus the bias. Add `b` before you compare with 0.
    """
    return np.where(x @ w >= 0, 1, 0)


@mistake("bias-subtracted", see="#term-bias")
def predict(x, w, b):
    """You subtract the bias, so a larger bias pushes your neuron toward 0. It should do the
    opposite, because z is the weighted sum plus the bias. Add `b` to the sum, then compare with 0.
    """
    return np.where(x @ w - b >= 0, 1, 0)


@mistake("boundary-excluded", see="#term-perceptron")
def predict(x, w, b):
    """Where z is exactly 0, your neuron answers 0. In this course, it answers 1 there: a z of 0
    counts as a yes. Use the comparison `z >= 0`.
    """
    return np.where(x @ w + b > 0, 1, 0)


@mistake("first-row-only", see="#one-neuron")
def predict(x, w, b):
    """You answer only for the first row of `x`. Each row is an example of its own, so n rows need n
    answers. `x @ w` already has a sum for every row: decide for all of them.
    """
    return np.where(x[:1] @ w + b >= 0, 1, 0)


@mistake("minus-one", see="#term-perceptron")
def predict(x, w, b):
    """Where z is below 0, you answer -1. Some books do that, too, but here the two answers are 1
    and 0, and the learning rule counts on it. Return 0 there instead.
    """
    return np.where(x @ w + b >= 0, 1, -1)


@mistake("sigmoid", see="#logistic-regression-is-one-neuron")
def predict(x, w, b):
    """You return the sigmoid of z, which is a probability. A perceptron doesn't say how sure it is.
    It only answers 1, where z is at least 0, or 0. Leave out the sigmoid, and compare z with 0.
    """
    return 1 / (1 + np.exp(-(x @ w + b)))


@mistake("step-forgotten", see="#term-perceptron")
def predict(x, w, b):
    """You return z itself, which can be any number. A perceptron says only yes or no: 1 where z is
    at least 0, and 0 everywhere else. Compare z with 0 before you return.
    """
    return x @ w + b


@mistake("sign-for-step", see="#term-perceptron")
def predict(x, w, b):
    """You return the sign of z: -1 where it's negative, 1 where it's positive, and 0 in between. A
    perceptron answers only 0 or 1, and a z of 0 gets a 1. Use the comparison `z >= 0`.
    """
    return np.sign(x @ w + b)


@mistake("sum-not-reset", see="#one-neuron")
def predict(x, w, b):
    """You add each row's products to the sum of the rows before it. So only the first row gets its
    own z. Set the sum back at the start of every row.
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
    """Only the last input counts in your answers, as if each product replaced the one before it. In
    z, all the products are added up. If you have a loop over the inputs, use `+=` in it.
    """
    return [1 if row[-1] * w[-1] + b >= 0 else 0 for row in x]


@mistake("first-input-left-out", see="#one-neuron")
def predict(x, w, b):
    """The first input makes no difference to your answers, as if the sum began at index 1.
    Mathematics counts from 1, but Python counts from 0. Begin there.
    """
    return np.where(x[:, 1:] @ w[1:] + b >= 0, 1, 0)


@mistake("bias-per-input", see="#one-neuron")
def predict(x, w, b):
    """You add the bias once for every input, so it counts too often as soon as there are two. Each
    row's sum gets one bias. Add `b` once, after all the products.
    """
    return np.where(x @ w + b * x.shape[1] >= 0, 1, 0)
