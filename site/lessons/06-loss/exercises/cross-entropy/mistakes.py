import math

import numpy as np

import nn
from course.exercises.exercise import form, mistake

EPSILONS = [10.0**-k for k in range(3, 17)]


@mistake("all-classes", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You add up -ln p of all classes. Only the true class counts: the others are multiplied by 0
    in the one-hot row.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p.sum(axis=1).mean()


@mistake("epsilon", see="#breaking-it-and-the-cure", epsilon=EPSILONS)
def cross_entropy(z, y, epsilon=1e-12):
    """You keep the logarithm from 0 with a small number. So no loss goes beyond minus its
    logarithm, 27.6 with 1e-12, however wrong the network is, and there its gradient is 0.
    Log-sum-exp minus the true logit needs no such number.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y] + epsilon).mean()


@form(epsilon=EPSILONS)
def cut_off(z, y, epsilon):
    p = np.clip(nn.softmax(z), epsilon, 1 - epsilon)
    return -np.log(p[np.arange(len(y)), y]).mean()


@mistake("first-row-only", see="#mean-or-sum")
def cross_entropy(z, y):
    """You count the first row alone: the `return` stands inside the loop, so it ends after one
    round. Add up first, and return behind the loop.
    """
    return nn.cross_entropy(z[:1], y[:1])


@form()
def divided_by_all_rows(z, y):
    return cross_entropy(z, y) / len(y)


@mistake("labels-for-every-row", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """`[:, y]` takes the columns of all labels for every row, n times n numbers. Row i needs its
    own label alone: `[np.arange(len(y)), y]`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[:, y].mean()


@mistake("likeliest-class", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You charge for the likeliest class, whichever it is. The loss looks at the true class, `y`:
    else a network that is surely wrong would pay nothing.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p.max(axis=1).mean()


@mistake("log-of-zero", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """Your softmax is safe, but where it gives the true class a probability of exactly
    0, the logarithm of that is minus infinity, and the loss inf. Stay in logarithms:
    log-sum-exp minus the true logit.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y]).mean()


@mistake("log-sum-alone", see="#the-gradient-is-p-minus-y")
def cross_entropy(z, y):
    """You return the log-sum-exp alone. The true class has no part in it: subtract its logit."""
    m = z.max(axis=1)
    return (m + np.log(np.exp(z - m[:, None]).sum(axis=1))).mean()


@mistake("log10", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You take the logarithm to the base 10. Loss functions use the natural logarithm, `np.log`."""
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean() / np.log(10)


@mistake("log2-and-log-of-zero", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Two things at once: your logarithm has the base 2, where losses use the natural one, and
    where softmax gives exactly 0 it is minus infinity. Begin with `np.log`.
    """
    p = nn.softmax(z)
    return -np.log2(p[np.arange(len(y)), y]).mean()


@mistake("log2", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You take the logarithm to the base 2, so your loss is in bits and 1.44 times too large. Loss
    functions use the natural logarithm, `np.log`.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].mean() / np.log(2)


@mistake("logarithm-forgotten", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You return the mean probability of the true class, or minus that. A loss is its logarithm,
    turned round: `-np.log(p)` is 0 for a sure and right answer, and large for a surely wrong one.
    """
    return nn.softmax(z)[np.arange(len(y)), y].mean()


@form()
def below_zero(z, y):
    return -cross_entropy(z, y)


@mistake("logarithms-mixed", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You take the logarithm of the sum to the base 2, and the logits to the base e as they are:
    the two do not fit together. Both parts of the loss are natural, `np.log`.
    """
    m = z.max(axis=1)
    log_sum = m + np.log2(np.exp(z - m[:, None]).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@mistake("logit-alone", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You return minus the true logit. A logit means nothing alone: the log-sum-exp of
    its row is missing.
    """
    return -z[np.arange(len(y)), y].mean()


@mistake("maximum-not-added-back", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You take the largest logit off inside the exponential and do not add it again outside. Then
    log-sum-exp is too small by just that much.
    """
    m = z.max(axis=1)
    log_sum = np.log(np.exp(z - m[:, None]).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@mistake("maximum-of-the-batch", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You take off the largest logit of the whole batch. A row that lies far below it then has only
    zeros, and their logarithm is minus infinity. Each row needs its own maximum.
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
    """You divide by the number of all logits, n times the classes. There is one loss a
    row: divide by n.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].sum() / z.size


@mistake("not-averaged-and-log-of-zero", see="#mean-or-sum")
def cross_entropy(z, y):
    """Two things at once: you return one loss for each row, where their mean is asked for, and
    where softmax gives exactly 0 you take the logarithm of 0. Begin with the mean.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y])


@mistake("not-averaged", see="#mean-or-sum")
def cross_entropy(z, y):
    """You return one loss for each row. The exercise asks for one number: their mean."""
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y]


@mistake("overflow-in-softmax", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """You compute the plain softmax first. `exp` of a logit near 1000 overflows to inf, and near
    -1000 it's rounded to 0, so the loss becomes inf or nan. Skip p: subtract each row's largest
    logit, and use log-sum-exp minus the true logit.
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
    """Your formula is right on paper, but `exp` of a logit near 1000 is too large for a
    float, and near -1000 the whole sum is 0. Take each row's largest logit off first,
    and add it again after the logarithm.
    """
    log_sum = np.log(np.exp(z).sum(axis=1))
    return (log_sum - z[np.arange(len(y)), y]).mean()


@form()
def with_math(z, y):
    losses = [math.log(sum(math.exp(v) for v in row)) - row[t] for row, t in zip(z, y, strict=True)]
    return sum(losses) / len(y)


@mistake("probability", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You return 1 - p of the true class, without a logarithm. It can never cost more than 1, and
    for a surely wrong network it is flat.
    """
    return 1 - nn.softmax(z)[np.arange(len(y)), y].mean()


@mistake("sigmoid-of-the-true-class", see="#from-two-classes-to-ten")
def cross_entropy(z, y):
    """You squash the true class's logit with the sigmoid, so the other logits play no part. Softmax
    compares all classes of a row.
    """
    return np.logaddexp(0, -z[np.arange(len(y)), y]).mean()


@mistake("sigmoid-per-class", see="#from-two-classes-to-ten")
def cross_entropy(z, y):
    """You take a sigmoid and a log loss for each class apart, as if an image could show several
    digits at once. Here exactly one class is true: softmax over the row.
    """
    wanted = nn.one_hot(y, z.shape[1])
    return (np.logaddexp(0, z) - z * wanted).sum(axis=1).mean()


@mistake("sign-and-log-of-zero", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Two things at once: the minus of -ln p is missing, and where softmax gives exactly 0 you take
    the logarithm of 0. Begin with the minus: a loss is 0 or above.
    """
    p = nn.softmax(z)
    return np.log(p[np.arange(len(y)), y]).mean()


@mistake("sign", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """Your loss is negative: the minus of -ln p is missing. A logarithm of a probability is 0 or
    below, a loss is 0 or above.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(y)), y].mean()


@mistake("softmax-twice", see="#what-the-true-class-costs")
def cross_entropy(z, y):
    """You take the softmax of probabilities: twice softmax. The function is given logits, and one
    softmax is enough.
    """
    return nn.cross_entropy(nn.softmax(z), y)


@mistake("squared-error", see="#why-not-squared-error")
def cross_entropy(z, y):
    """You return the squared error of the probabilities. Cross-entropy is -ln of the
    true class's probability.
    """
    return ((nn.softmax(z) - nn.one_hot(y, z.shape[1])) ** 2).sum(axis=1).mean()


@mistake("sum-and-log-of-zero", see="#mean-or-sum")
def cross_entropy(z, y):
    """Two things at once: you add the losses up where their mean is asked for, and where softmax
    gives exactly 0 you take the logarithm of 0. Begin with the mean.
    """
    p = nn.softmax(z)
    return -np.log(p[np.arange(len(y)), y]).sum()


@mistake("sum-not-mean", see="#mean-or-sum")
def cross_entropy(z, y):
    """You add the losses of the batch up and do not divide by the number of rows. The loss of a
    larger batch would then be larger for no other reason.
    """
    m = z.max(axis=1, keepdims=True)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(y)), y].sum()


@mistake("wrong-axis", see="#from-two-classes-to-ten")
def cross_entropy(z, y):
    """You normalise down the columns. The classes of one image lie along its row: `axis=1`."""
    m = z.max(axis=0)
    log_p = z - m - np.log(np.exp(z - m).sum(axis=0))
    return -log_p[np.arange(len(y)), y].mean()


@mistake("zero-times-infinity", see="#breaking-it-and-the-cure")
def cross_entropy(z, y):
    """Your sum runs over all classes, with 0 times the logarithm of p for those that are not true.
    Where such a p is exactly 0, that is 0 times minus infinity, which is nan. Stay in logarithms:
    log-sum-exp minus the true logit.
    """
    return -(nn.one_hot(y, z.shape[1]) * np.log(nn.softmax(z))).sum(axis=1).mean()
