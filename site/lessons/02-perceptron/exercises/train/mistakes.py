import numpy as np

from course.exercises.exercise import form, mistake


@mistake("bias-not-updated", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your bias stays at 0, so z is always 0 at the origin. It should learn from every mistake, as
    if it were a weight whose input is always 1. Add `learning_rate` times the error to it.
    """
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


@mistake("boundary-excluded", see="#term-perceptron")
def train(x, y, learning_rate, max_epochs):
    """Where z is exactly 0, your neuron answers 0, but a z of 0 counts as a yes. It matters right
    from the start: all weights begin at 0, so the first z is 0. Compare with `>=`.
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
    """You count an epoch's mistakes when it's over, with the weights it ended with. Count them on
    the way instead: judge each row when its turn comes, before it changes anything.
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
    """Your list leaves out the last epoch, the one without a mistake. Its 0 belongs in the list,
    too, because it shows that the neuron is done. Append the count first, and then check whether to
    stop.
    """
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


@mistake("learning-rate-left-out", see="#term-learning-rate")
def train(x, y, learning_rate, max_epochs):
    """Your steps are always full size, whatever `learning_rate` is. It should scale every step, for
    the weights and for the bias. Multiply both by it.
    """
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
    """Your count runs on from one epoch to the next. So after the first mistake, it's never 0
    again. Set it back to 0 at the start of every epoch.
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


@mistake("never-stops-early", see="#term-epoch")
def train(x, y, learning_rate, max_epochs):
    """You always run all `max_epochs`. After an epoch without a mistake, nothing can change
    anymore, because right answers change nothing. Stop as soon as an epoch's count is 0.
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


@mistake("one-epoch-only", see="#term-epoch")
def train(x, y, learning_rate, max_epochs):
    """You go through the data only once. That's rarely enough, because a step for one row can make
    another row wrong. Go on with the next epoch until one has no mistake, or until you've had
    `max_epochs`.
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


@mistake("one-epoch-too-many", see="#term-epoch")
def train(x, y, learning_rate, max_epochs):
    """You run one epoch more than `max_epochs` allows. Check where your loop over the epochs ends:
    in `range(max_epochs)`, there are exactly as many rounds as you need.
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
    """Your steps go the wrong way. After a mistake, z moves even further from the right answer.
    Make the error the label minus the answer, and add the steps.
    """
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
    """Your epoch ends at the first row with a right answer, so the rows after it never get their
    turn. A right answer just means that nothing changes. Go on with the next row, and after the
    last one, check whether to stop.
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
    """You change `w` and `b` at every row, even after a right answer. Only mistakes should change
    them. Multiply the steps by the label minus the answer, which is 0 when the answer is right.
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
    """You set `w` and `b` back to zero at the start of every epoch, so nothing that was learned is
    kept. Set them to zero only once, before the first epoch.
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
    """All your answers in an epoch come from the weights it began with. A perceptron learns row by
    row, so each row should meet the weights that the row before it left. Go through the rows in a
    loop, and change `w` and `b` inside it.
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
    """You add up the errors with their signs, so +1 and -1 cancel, and two mistakes can look like
    none. Every wrong row should count as 1. Add the absolute value of each error.
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


@mistake("always-added", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """You add the row after every mistake, whichever way it went. After a 1 that should have been a
    0, z has to go down, not up. Multiply the step by the label minus the answer, which is -1 there.
    """
    w, b = np.zeros(x.shape[1]), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            answer = 1 if row @ w + b >= 0 else 0
            e = abs(label - answer)
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += abs(e)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("counted-per-row", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your list gets a number after every row. It should have one per epoch: how many rows that
    epoch answered wrongly. Append the count after the loop over the rows.
    """
    w, b = np.zeros(x.shape[1]), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            answer = 1 if row @ w + b >= 0 else 0
            e = label - answer
            w = w + learning_rate * e * row
            b = b + learning_rate * e
            wrong += abs(e)
            mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake("bias-learning-rate-left-out", see="#the-learning-rule")
def train(x, y, learning_rate, max_epochs):
    """Your bias always takes a full step, whatever `learning_rate` is. Your weights are scaled by
    it, and the bias should be, too. Multiply the step of the bias by `learning_rate`.
    """
    w, b, mistakes = np.zeros(x.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for row, label in zip(x, y, strict=True):
            e = label - (1 if row @ w + b >= 0 else 0)
            w = w + learning_rate * e * row
            b = b + e
            wrong += e != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
