import numpy as np

import nn
from course.exercises.exercise import form, mistake


@mistake("by-accuracy", see="#temperature")
def best_temperature(z, y, temperatures):
    """You always return the first temperature in the list. The accuracy can't decide, because no
    temperature changes the answers. And if a `return` is inside your loop, it ends there. Compute
    all the losses first, then pick the temperature with the smallest.
    """
    right = [np.mean((z / t).argmax(axis=1) == y) for t in temperatures]
    return temperatures[np.argmax(right)]


@mistake("compared-with-the-one-before", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You compare each loss with the one just before it, so a small dip late in the list can beat
    the real minimum. Remember the lowest loss so far, and compare each new one with that.
    """
    best, before = temperatures[0], nn.cross_entropy(z / temperatures[0], y)
    for t in temperatures[1:]:
        loss = nn.cross_entropy(z / t, y)
        if loss < before:
            best = t
        before = loss
    return best


@mistake("largest-loss", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the temperature with the largest loss. The labels fit best where the loss is
    smallest. Return the temperature there; `np.argmin` tells you its index.
    """
    return temperatures[np.argmax([nn.cross_entropy(z / t, y) for t in temperatures])]


@mistake("last-of-all", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You always return the last temperature in the list, whatever the losses are. Keep the loss of
    each temperature. At the end, return the temperature with the smallest one; `np.argmin` tells
    you its index.
    """
    return temperatures[-1]


@mistake("least-sure", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the highest temperature, where the network is least confident. Whether it should
    be, only the labels can tell. Return the temperature with the lowest mean cross-entropy.
    """
    return max(temperatures)


@mistake("loss-returned", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the lowest loss. The question is which temperature gives it. Find the index of
    that loss, and return the temperature at the same index in `temperatures`.
    """
    return min(nn.cross_entropy(z / t, y) for t in temperatures)


@mistake("mean-probability", see="#what-the-true-class-costs")
def best_temperature(z, y, temperatures):
    """You pick the temperature with the largest mean probability of the true class. Without the
    logarithm, no mistake can cost more than 1, however confident it is. Pick the one with the
    smallest mean cross-entropy instead.
    """
    rows = np.arange(len(y))
    return temperatures[np.argmax([nn.softmax(z / t)[rows, y].mean() for t in temperatures])]


@mistake("multiplied", see="#temperature")
def best_temperature(z, y, temperatures):
    """You multiply the logits by the temperature, so a high one makes the network more confident
    instead of less. Divide by it: `z / t` for each `t` in the list.
    """
    return temperatures[np.argmin([nn.cross_entropy(z * t, y) for t in temperatures])]


@mistake("place-returned", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return an index, the position of the best temperature in the list. The question is which
    temperature that is. Return the entry of `temperatures` at this index.
    """
    return np.argmin([nn.cross_entropy(z / t, y) for t in temperatures])


@mistake("softmax-before-temperature", see="#temperature")
def best_temperature(z, y, temperatures):
    """You apply softmax first, then divide the probabilities by the temperature. It's the logits
    that get divided. Give `nn.cross_entropy` the divided logits; softmax is inside it.
    """
    return temperatures[np.argmin([nn.cross_entropy(nn.softmax(z) / t, y) for t in temperatures])]


@mistake("softmax-twice", see="#breaking-it-and-the-cure")
def best_temperature(z, y, temperatures):
    """You apply softmax twice: the loss expects logits and has a softmax inside, but you give it
    probabilities. There's no error, only wrong losses. Give `nn.cross_entropy` the divided logits.
    """
    losses = [nn.cross_entropy(nn.softmax(z / t), y) for t in temperatures]
    return temperatures[np.argmin(losses)]


@mistake("squared-error", see="#why-not-squared-error")
def best_temperature(z, y, temperatures):
    """You compare squared errors, and these can favor another temperature. The question is where
    the mean cross-entropy is lowest. Use `nn.cross_entropy` with the divided logits.
    """
    wanted = nn.one_hot(y, z.shape[1])
    errors = [nn.squared_error(nn.softmax(z / t), wanted) for t in temperatures]
    return temperatures[np.argmin(errors)]


@mistake("surest", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You return the lowest temperature, where the network is most confident. Whether it should be,
    only the labels can tell. Return the temperature with the lowest mean cross-entropy.
    """
    return min(temperatures)


@mistake("divided-again", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You divide `z` itself in every round, so each temperature gets the logits that the earlier
    ones have divided already. Each one should start from the same logits. Give the divided logits
    another name, and leave `z` as it is.
    """
    best, lowest = temperatures[0], np.inf
    for t in temperatures:
        z = z / t
        loss = nn.cross_entropy(z, y)
        if loss < lowest:
            best, lowest = t, loss
    return best


@mistake("lowest-not-remembered", see="#sure-and-how-often-right")
def best_temperature(z, y, temperatures):
    """You compare every loss with the same one, so the last temperature that beats it wins. Once a
    lower loss is found, later ones have to beat that. Remember the lowest loss as well as its
    temperature.
    """
    best, first = temperatures[0], nn.cross_entropy(z / temperatures[0], y)
    for t in temperatures:
        if nn.cross_entropy(z / t, y) < first:
            best = t
    return best


@form()
def than_undivided(z, y, temperatures):
    best = 1.0
    for t in temperatures:
        if nn.cross_entropy(z / t, y) < nn.cross_entropy(z, y):
            best = t
    return best
