import numpy as np

from course.exercises.exercise import mistake


@mistake("bias-forgotten", see="#one-neuron")
def update(w, b, x, y, learning_rate):
    """Your neuron answers without its bias: it decides on `w @ x`, and z is `w @ x + b`."""
    answer = 1 if w @ x >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("bias-learning-rate-left-out", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """The learning rate is in the step of your weights, and not in that of your bias."""
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + e


@mistake("bias-not-updated", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your bias never changes. It learns as the weights do: b becomes `b + learning_rate * e`."""
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b


@mistake("bias-sees-new-weights", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You compute the answer a second time, with the new weights, before the bias has moved. One
    example has one answer and one error: it moves w and b together.
    """
    e = y - (1 if w @ x + b >= 0 else 0)
    w = w + learning_rate * e * x
    e = y - (1 if w @ x + b >= 0 else 0)
    return w, b + learning_rate * e


@mistake("bias-times-input", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You multiply the step of the bias by the inputs. The bias has no input, or one that is always
    1: its step is `learning_rate * e`.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e * x.sum()


@mistake("boundary-excluded", see="#one-neuron")
def update(w, b, x, y, learning_rate):
    """You answer 0 where z is exactly 0; here the answer is 1: compare with `>=`."""
    answer = 1 if w @ x + b > 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("changed-in-place", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """The result is right, but `w += ...` changes the array that you were given. `w = w + ...`
    makes a new one.
    """
    e = y - (1 if w @ x + b >= 0 else 0)
    w += learning_rate * e * x
    return w, b + learning_rate * e


@mistake("error-from-z", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your error is y - z. The perceptron compares y with its **answer**, which is 0 or 1."""
    e = y - (w @ x + b)
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("input-forgotten", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """All your weights make the same step. Each moves by `learning_rate * e`
    **times its own input**.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e, b + learning_rate * e


@mistake("learning-rate-left-out", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your steps have their full size whatever `learning_rate` is: it multiplies the step of the
    weights and of the bias.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + e * x, b + e


@mistake("only-missed-ones", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You learn from one kind of mistake only: where 1 was right and 0 was answered. Where 0 was
    right and 1 was answered, e is -1, and w and b move too.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = max(y - answer, 0)
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("sigmoid", see="#logistic-regression-is-one-neuron")
def update(w, b, x, y, learning_rate):
    """Your error is y - p, with the sigmoid's probability p: that is logistic regression's step.
    The perceptron compares y with its answer, 0 or 1.
    """
    p = 1 / (1 + np.exp(-(w @ x + b)))
    e = y - p
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("sign-of-update", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You move away from the right answer: the error is `y - answer`, and the step is **added**."""
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w - learning_rate * e * x, b - learning_rate * e


@mistake("updated-when-right", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You change w and b on an example that is answered correctly. There e = y - answer
    is 0, and nothing moves.
    """
    e = 1 if y == 1 else -1
    return w + learning_rate * e * x, b + learning_rate * e
