import math

import numpy as np

import nn
from course.exercises.exercise import form, mistake

EPSILONS = [10.0**-k for k in range(3, 17)]


@mistake("all-classes", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You add up the −ln p of all classes. The loss only looks at the true one, because the zeros
    in the one-hot label remove the others. Pick one entry per row, in the label's column.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p.sum(axis=1).mean()


@mistake("epsilon", see="#breaking-it-and-the-cure", epsilon=EPSILONS)
def cross_entropy(z, y, epsilon=1e-12):
    """A small number keeps your logarithm away from 0. But then no mistake can cost more than a
    fixed amount, and the network can't learn from its worst ones. Skip the probabilities: subtract
    the true logit from the row's log-sum-exp.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y] + epsilon).mean()


@form(epsilon=EPSILONS)
def cut_off(z, y, epsilon):
    p = np.clip(nn.softmax(z), epsilon, 1 - epsilon)
    return -np.log(p[np.arange(len(y)), y]).mean()


@mistake("first-row-only", see="#mean-or-sum")
def cross_entropy(z, y):
    """You count the loss of the first row only. A `return` inside a loop does that: it ends the
    function after one round. Add up the losses of all the rows, and return their mean after the
    loop.
    """
    return nn.cross_entropy(z[:1], y[:1])


@form()
def divided_by_all_rows(z, y):
    return cross_entropy(z, y) / len(y)


@mistake("labels-for-every-row", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """In each row you take the entries at the labels of all the rows. An index like `[:, y]` does
    that, because it picks whole columns. Row i needs only its own label: use `[np.arange(len(y)),
    y]`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[:, y].mean()


@mistake("likeliest-class", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You charge for the likeliest class, right or wrong. Then a network that's confidently wrong
    pays almost nothing. Charge for the true class: in each row, take the entry in the label's
    column.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p.max(axis=1).mean()


@mistake("log-of-zero", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """Your softmax is safe, but it can round a tiny probability to exactly 0. The logarithm of 0 is
    minus infinity. Skip the probabilities: subtract the true logit from the row's log-sum-exp.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y]).mean()


@mistake("log-sum-alone", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You return the mean log-sum-exp alone, so the labels play no part. The loss of a row is its
    log-sum-exp minus the true logit. Subtract that logit in each row, then take the mean.
    """
    m = z.max(axis=1)
    return (m + np.log(np.exp(z - m[:, None]).sum(axis=1))).mean()


@mistake("log10", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Your logarithm has the base 10, so your losses are 2.3 times too small. Cross-entropy uses
    the natural logarithm, with the base e. In NumPy, that's `np.log`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean() / np.log(10)


@mistake("log2-and-log-of-zero", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Two things are wrong: your logarithm has the base 2, and it gets probabilities that softmax
    has rounded to 0. Start with the base. Cross-entropy uses the natural logarithm, `np.log`.
    """
    p = nn.softmax(z)
    return -np.log2(p[np.arange(len(y)), y]).mean()


@mistake("log2", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Your logarithm has the base 2, so your losses are 1.44 times too large. Cross-entropy uses
    the natural logarithm, with the base e. In NumPy, that's `np.log`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean() / np.log(2)


@mistake("logarithm-forgotten", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You return the mean probability of the true class, or minus that. The logarithm is missing:
    it makes a confident mistake cost far more than a small doubt. Take `-np.log` of each
    probability, then the mean.
    """
    return nn.softmax(z)[np.arange(len(y)), y].mean()


@form()
def below_zero(z, y):
    return -cross_entropy(z, y)


@mistake("logarithms-mixed", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """Your logarithm of the sum has the base 2, but the exponentials in it have the base e. So the
    two parts of your loss don't fit together. Use the natural logarithm, `np.log`, for the sum.
    """
    m = z.max(axis=1)
    log_sum = m + np.log2(np.exp(z - m[:, None]).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@mistake("logit-alone", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You return minus the true logit. A logit means nothing by itself: add 5 to a whole row, and
    no probability changes. The loss of a row is its log-sum-exp minus the true logit.
    """
    return -z[np.arange(len(y)), y].mean()


@mistake("maximum-not-added-back", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You subtract the row's largest logit inside `exp`, but you don't add it back outside. So your
    loss is off by just that number. Add it to the logarithm of the sum.
    """
    m = z.max(axis=1)
    log_sum = np.log(np.exp(z - m[:, None]).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@mistake("maximum-of-the-batch", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You subtract the largest logit of the whole batch. In a row far below it, all the
    exponentials become 0, and the loss is no longer a number you can use. Subtract each row's own
    maximum, `z.max(axis=1)`.
    """
    m = z.max()
    log_sum = m + np.log(np.exp(z - m).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@form()
def by_probabilities(z, y):
    e = np.exp(z - z.max())
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()


@mistake("mean-over-classes", see="#mean-or-sum")
def cross_entropy(z, y):
    """You divide by the number of all logits. There's one loss per row, so the mean counts rows,
    not classes. Divide by the number of rows, `len(y)`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].sum() / z.size


@mistake("not-averaged-and-log-of-zero", see="#mean-or-sum")
def cross_entropy(z, y):
    """Two things are wrong: you return one loss per row, and your logarithm gets probabilities that
    softmax has rounded to 0. Start with the first. We want one number, the mean of all the rows.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y])


@mistake("not-averaged", see="#mean-or-sum")
def cross_entropy(z, y):
    """You return one loss per row. Training needs a single number for the whole batch, their mean.
    Take it at the end, with `.mean()`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y]


@mistake("overflow-in-softmax", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You compute a plain softmax first. `exp` of a logit near 1000 is too large for the computer,
    and near −1000 it's rounded to 0. Skip the probabilities: use the safe log-sum-exp, and subtract
    the true logit from it.
    """
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y]).mean()


@form()
def with_math(z, y):
    total = 0.0
    for row, true in zip(z, y, strict=True):
        e = [math.exp(v) for v in row]
        total -= math.log(e[true] / sum(e))
    return total / len(y)


@mistake("overflow", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """Your formula is right on paper. But `exp` of a logit near 1000 is too large for the computer,
    and near −1000 it's rounded to 0. Subtract each row's largest logit before `exp`, and add it
    back after the logarithm.
    """
    log_sum = np.log(np.exp(z).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@form()
def with_math(z, y):
    losses = [math.log(sum(math.exp(v) for v in row)) - row[t] for row, t in zip(z, y, strict=True)]
    return sum(losses) / len(y)


@mistake("probability", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You return 1 minus the true class's probability. Then even the worst mistake costs no more
    than 1, only twice as much as a toss-up. Take minus the logarithm of that probability instead.
    """
    return 1 - nn.softmax(z)[np.arange(len(y)), y].mean()


@mistake("sigmoid-of-the-true-class", see="#from-two-classes-to-ten")
def cross_entropy(z, y):
    """You send the true class's logit through a sigmoid, so the other logits play no part. Softmax
    compares all the classes of a row. Use the row's log-sum-exp minus the true logit.
    """
    return np.logaddexp(0, -z[np.arange(len(y)), y]).mean()


@mistake("sigmoid-per-class", see="#from-two-classes-to-ten")
def cross_entropy(z, y):
    """You use a sigmoid and a loss for each class by itself, as if one image could show several
    digits. Here exactly one class is true, so they share a total of 1. Use the row's log-sum-exp
    minus the true logit.
    """
    wanted = nn.one_hot(y, z.shape[1])
    return (np.logaddexp(0, z) - z * wanted).sum(axis=1).mean()


@mistake("sign-and-log-of-zero", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Two things are wrong: the minus of −ln p is missing, and your logarithm gets probabilities
    that softmax has rounded to 0. Start with the minus. A loss is never below 0.
    """
    p = nn.softmax(z)
    return np.log(p[np.arange(len(y)), y]).mean()


@mistake("sign", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Your loss is negative: the minus of −ln p is missing. A probability is at most 1, so its
    logarithm is at most 0. Put a minus in front, and a better prediction gets a smaller loss.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(y)), y].mean()


@mistake("softmax-twice", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You apply softmax twice, once to the logits and once to the probabilities. There's no error
    message, but even a perfect prediction keeps a loss. One softmax is enough: take the second one
    out.
    """
    return nn.cross_entropy(nn.softmax(z), y)


@mistake("squared-error", see="#why-not-squared-error")
def cross_entropy(z, y):
    """You return the squared error of the probabilities. After a softmax, it learns slowly from
    confident mistakes. Cross-entropy looks at a single one instead: minus the logarithm of the true
    class's probability. Take that entry from each row.
    """
    return ((nn.softmax(z) - nn.one_hot(y, z.shape[1])) ** 2).sum(axis=1).mean()


@mistake("sum-and-log-of-zero", see="#mean-or-sum")
def cross_entropy(z, y):
    """Two things are wrong: you add up the losses without dividing by the number of rows, and your
    logarithm gets probabilities that softmax has rounded to 0. Start with the mean.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y]).sum()


@mistake("sum-not-mean", see="#mean-or-sum")
def cross_entropy(z, y):
    """You add up the losses but don't divide by the number of rows, so a larger batch has a larger
    loss. That makes two losses hard to compare. Return the mean instead of the sum.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].sum()


@mistake("wrong-axis", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Your sums run down the columns, so they mix different images. The classes of one image are in
    its row. Add up along each row instead, with `axis=1`.
    """
    m = z.max(axis=0)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=0))
    return -log_p[np.arange(len(y)), y].mean()


@mistake("zero-times-infinity", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You add up all the classes and let the one-hot zeros remove the wrong ones. But when softmax
    rounds such a probability to 0, that's 0 times minus infinity: `nan`. Skip the probabilities,
    and subtract the true logit from the row's log-sum-exp.
    """
    return -(nn.one_hot(y, z.shape[1]) * np.log(nn.softmax(z))).sum(axis=1).mean()


@mistake("softmax-missing", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You take the logarithm of a logit. But the loss is minus the logarithm of a probability, and
    a logit can even be negative. Turn each row of `z` into probabilities with softmax first.
    """
    return -np.log(z[np.arange(len(y)), y]).mean()
