import numpy as np

from course.exercises.exercise import form, mistake


@mistake("bias-forgotten", see="#term-bias")
def update(w, b, x, y, learning_rate):
    """Your neuron answers without its bias: it decides by `w @ x` alone, so it can see mistakes
    where there are none. Add `b` to the sum before you compare it with 0.
    """
    answer = 1 if w @ x >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("bias-learning-rate-left-out", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your bias always takes a full step, whatever `learning_rate` is. Your weights are scaled by
    it, and the bias should be, too. Add `learning_rate * e` to the bias.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + e


@mistake("bias-not-updated", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your bias never changes. It should learn from every mistake, as if it were a weight whose
    input is always 1. Add `learning_rate * e` to it.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b


@mistake("bias-sees-new-weights", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You change the weights first, and then work out a new error for the bias. One example gives
    one answer and one error, and both steps use it. Work it out once, before anything changes.
    """
    e = y - (1 if w @ x + b >= 0 else 0)
    w = w + learning_rate * e * x
    e = y - (1 if w @ x + b >= 0 else 0)
    return w, b + learning_rate * e


@mistake("bias-times-input", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You multiply the bias's step by the inputs. But the bias has no input of its own. It's
    treated like a weight whose input is always 1, so its step is just `learning_rate * e`.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e * x.sum()


@form()
def one_for_each_input(w, b, x, y, learning_rate):
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e * x


@mistake("boundary-excluded", see="#term-perceptron")
def update(w, b, x, y, learning_rate):
    """Where z is exactly 0, your neuron answers 0. In this course, it answers 1 there: a z of 0
    counts as a yes. Compare with `>=` when you work out the answer.
    """
    answer = 1 if w @ x + b > 0 else 0
    e = y - answer
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("brackets-missing", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You subtract `w @ x` from `y`, but then add `b`, as in `y - w @ x + b`. And the error needs
    the answer, 0 or 1, instead of z. First work out z, then the answer, and subtract that from
    `y`.
    """
    e = y - w @ x + b
    return w + learning_rate * e * x, b + learning_rate * e


@form()
def without_learning_rate(w, b, x, y, learning_rate):
    e = y - w @ x + b
    return w + e * x, b + e


@form()
def bias_as_it_was(w, b, x, y, learning_rate):
    e = y - w @ x + b
    return w + learning_rate * e * x, b


@mistake("changed-in-place", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You change `w` itself, and the code that called your function may still need the old numbers.
    Lines like `w += ...` or `w[0] = ...` write into that array. Make a new one instead: `w = w +
    ...`.
    """
    e = y - (1 if w @ x + b >= 0 else 0)
    w += learning_rate * e * x
    return w, b + learning_rate * e


@mistake("error-from-z", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your error is `y` minus z. But z can be any number, so even a right answer moves your
    weights. Turn z into the answer first, 0 or 1, and subtract that from `y`.
    """
    e = y - (w @ x + b)
    return w + learning_rate * e * x, b + learning_rate * e


@form()
def error_from_z_at_full_size(w, b, x, y, learning_rate):
    e = y - (w @ x + b)
    return w + e * x, b + e


@mistake("input-forgotten", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """All your weights take the same step. Each one should move in proportion to its own input,
    because an input of 0 had no part in the mistake. Multiply the step by `x`.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + learning_rate * e, b + learning_rate * e


@mistake("learning-rate-left-out", see="#term-learning-rate")
def update(w, b, x, y, learning_rate):
    """Your steps are always full size, whatever `learning_rate` is. It should scale the step of the
    weights and the step of the bias. Multiply both by it.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w + e * x, b + e


@mistake("only-missed-ones", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You learn from only one kind of mistake, where the answer was 0 instead of 1. When it's 1
    instead of 0, nothing moves. Let the error be `y` minus the answer, so that it's -1 there.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = max(y - answer, 0)
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("sigmoid", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your error is `y` minus the sigmoid of z. That's the step of logistic regression, which even
    moves a little after right answers. For a perceptron, subtract its answer from `y`, which is 0
    or 1.
    """
    p = 1 / (1 + np.exp(-(w @ x + b)))
    e = y - p
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("sign-of-update", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """Your steps go the wrong way. After a mistake, z moves even further from the right answer.
    Make the error `y` minus the answer, and add the steps.
    """
    answer = 1 if w @ x + b >= 0 else 0
    e = y - answer
    return w - learning_rate * e * x, b - learning_rate * e


@mistake("updated-when-right", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You change `w` and `b` even when the answer was right. Only a mistake should change them.
    Work out the answer first, and use `y` minus the answer as the error: it's 0 when the two agree.
    """
    e = 1 if y == 1 else -1
    return w + learning_rate * e * x, b + learning_rate * e


@mistake("always-added", see="#the-learning-rule")
def update(w, b, x, y, learning_rate):
    """You add the input after every mistake, whichever way it went. After a 1 that should have been
    a 0, z has to go down, not up. Multiply the step by `y` minus the answer, which is -1 there.
    """
    error = abs(y - (1 if w @ x + b >= 0 else 0))
    return w + learning_rate * error * x, b + learning_rate * error
