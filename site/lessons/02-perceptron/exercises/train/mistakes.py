import numpy as np

from course.exercises.exercise import form, mistake


@mistake("bias-not-updated", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your bias stays at 0. It learns as the weights do: `b + learning_rate * e`."""
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("boundary-excluded", see="#one-neuron")
def train(x, y, learning_rate, max_epochs):
    """You answer 0 where z is exactly 0; here the answer is 1: compare with `>=`. At the start, all
    weights are 0, so every z is 0.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b > 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("judged-at-the-end", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You count the mistakes after the epoch, with its last weights. Count each row when its turn
    comes, before it moves anything: so you count exactly the steps made.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
        wrong = int(np.sum((x @ w + b >= 0).astype(int) != y))
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("last-epoch-not-counted", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """The epoch without a mistake is missing from your list: append its 0 before you stop."""
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        if wrong == 0:
            break
        mistakes.append(wrong)
    return w, b, mistakes


@mistake("learning-rate-left-out", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your steps have their full size whatever `learning_rate` is."""
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + e * row
            b = b + e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("mistakes-summed", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your counter runs on from epoch to epoch, so it never comes back to 0: set it to 0 at the
    start of each epoch.
    """
    w, b, mistakes, wrong = np.zeros(x.shape[1]), 0.0, [], 0
    for _ in range(max_epochs):
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("never-stops-early", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You always run max_epochs. An epoch without a mistake is the end: nothing can
    change any more.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
    return w, b, mistakes


@mistake("one-epoch-only", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You go through the data once. The rule needs several epochs: a step for one row
    can spoil another.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        break
    return w, b, mistakes


@mistake("one-epoch-too-many", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You run one epoch more than max_epochs allows: `range(max_epochs)` has the right
    number of rounds.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs + 1):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("sign-of-update", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You move away from the right answer: e is `y - answer`, and the step is **added**."""
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w - learning_rate * e * row
            b = b - learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("stops-at-a-right-row", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You stop the epoch at the first row that is answered correctly. The rows after it never have
    their turn: the `break` belongs after the inner loop.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            if e == 0:
                break
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("updated-when-right", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You move w and b on every row, answered correctly or not. With e = y - answer, a
    right answer moves nothing.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            answer = 1 if row @ w + b >= 0 else 0
            sign = 1 if label == 1 else -1
            w = w + learning_rate * sign * row
            b = b + learning_rate * sign
            wrong += answer != label
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("weights-reset", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You begin each epoch with zeros again, so nothing is kept: set w and b once,
    before the loops.
    """
    mistakes = []
    for _ in range(max_epochs):
        w, b, wrong = np.zeros(x.shape[1]), 0.0, 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("whole-epoch-at-once", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You compute all answers of an epoch with the weights it began with. The perceptron learns row
    by row: the next row already meets the new weights.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        e = y - (x @ w + b >= 0)
        w = w + learning_rate * e @ x
        b = b + learning_rate * e.sum()
        mistakes.append(np.count_nonzero(e))
        if mistakes[-1] == 0:
            break
    return w, b, mistakes


@mistake("signed-errors", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You add up the errors with their signs, so +1 and -1 cancel and two wrong rows can look like
    none. Count each wrong row as 1: `wrong += abs(e)`.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += e
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@form()
def absolute_at_the_end(x, y, learning_rate, max_epochs):
    w, b, mistakes = train(x, y, learning_rate, max_epochs)
    return w, b, [abs(wrong) for wrong in mistakes]
