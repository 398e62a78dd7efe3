import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("by-accuracy", see="#temperature")
def best_temperature(z, y, temperatures):
    """You return the first temperature of the list, whatever the losses are. Either a `return`
    stands inside the loop, or your lowest loss starts at 0, or you choose by accuracy, which no
    temperature changes. Compare the losses after the loop.
    """
    right = [np.mean((z / t).argmax(axis=1) == y) for t in temperatures]
    return temperatures[np.argmax(right)]


@mistake("compared-with-the-one-before", see="#temperature")
def best_temperature(z, y, temperatures):
    """You compare each loss with the one just before it, and not with the least so far. A small dip
    late in the list then wins over the real lowest.
    """
    best, before = temperatures[0], nn.cross_entropy(z / temperatures[0], y)
    for t in temperatures[1:]:
        loss = nn.cross_entropy(z / t, y)
        if loss < before:
            best = t
        before = loss
    return best


@mistake("largest-loss", see="#temperature")
def best_temperature(z, y, temperatures):
    """You return the temperature with the largest loss. The best one has the least."""
    return temperatures[np.argmax([nn.cross_entropy(z / t, y) for t in temperatures])]


@mistake("last-of-all", see="#temperature")
def best_temperature(z, y, temperatures):
    """You return the last temperature of the list, whatever the losses are."""
    return temperatures[-1]


@mistake("least-sure", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the highest temperature, at which the network sounds least sure. The labels must
    decide: take the one with the least loss.
    """
    return max(temperatures)


@mistake("loss-returned", see="#temperature")
def best_temperature(z, y, temperatures):
    """You return the least loss. The exercise asks for the temperature at which it is reached."""
    return min(nn.cross_entropy(z / t, y) for t in temperatures)


@mistake("mean-probability", see="#what-the-true-class-costs")
def best_temperature(z, y, temperatures):
    """You take the temperature with the largest mean probability of the true class. Without the
    logarithm a sure mistake costs hardly more than an unsure one; compare the cross-entropies.
    """
    rows = np.arange(len(y))
    return temperatures[np.argmax([nn.softmax(z / t)[rows, y].mean() for t in temperatures])]


@mistake("multiplied", see="#temperature")
def best_temperature(z, y, temperatures):
    """You multiply the logits by the temperature. They are divided by it: a high
    temperature makes softmax milder.
    """
    return temperatures[np.argmin([nn.cross_entropy(z * t, y) for t in temperatures])]


@mistake("place-returned", see="#temperature")
def best_temperature(z, y, temperatures):
    """You return the place in the list. The exercise asks for the temperature that stands there."""
    return np.argmin([nn.cross_entropy(z / t, y) for t in temperatures])


@mistake("softmax-before-temperature", see="#temperature")
def best_temperature(z, y, temperatures):
    """You take softmax first and divide the probabilities by the temperature. The logits are
    divided, before softmax.
    """
    return temperatures[np.argmin([nn.cross_entropy(nn.softmax(z) / t, y) for t in temperatures])]


@mistake("softmax-twice", see="#what-the-true-class-costs")
def best_temperature(z, y, temperatures):
    """You give probabilities to a loss that takes softmax itself: softmax twice. Give
    it the divided logits.
    """
    losses = [nn.cross_entropy(nn.softmax(z / t), y) for t in temperatures]
    return temperatures[np.argmin(losses)]


@mistake("squared-error", see="#why-not-squared-error")
def best_temperature(z, y, temperatures):
    """You compare squared errors. They often prefer another temperature; the exercise
    asks for the least cross-entropy.
    """
    wanted = nn.one_hot(y, z.shape[1])
    errors = [nn.squared_error(nn.softmax(z / t), wanted) for t in temperatures]
    return temperatures[np.argmin(errors)]


@mistake("surest", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the lowest temperature, at which the network sounds surest. Whether it is right to
    be so sure, only the true labels `y` can tell.
    """
    return min(temperatures)
