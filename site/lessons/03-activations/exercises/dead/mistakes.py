import numpy as np

from course.exercises.exercise import mistake


@mistake("alive", see="#term-dead-relu")
def dead(x, W, b):
    """Your answers are the wrong way around: you say True for the neurons that are on for some
    example. Those are alive. Turn every True into False, and every False into True.
    """
    return (x @ W.T + b > 0).any(axis=0)


@mistake("below-zero", see="#term-relu")
def dead(x, W, b):
    """Your function never calls a neuron dead. If you look for outputs below 0, there can't be any,
    because ReLU turns everything below 0 into 0. A dead neuron's output is always exactly 0: look
    for that.
    """
    return (np.maximum(x @ W.T + b, 0) < 0).all(axis=0)


@mistake("bias-forgotten", see="#dead-relus")
def dead(x, W, b):
    """You judge the neurons without their biases. That's just what usually kills a neuron: a bias
    so far below 0 that no example can make up for it. Add `b` to `x @ W.T`.
    """
    return (x @ W.T <= 0).all(axis=0)


@mistake("counted", see="#term-dead-relu")
def dead(x, W, b):
    """You return how many neurons are dead, which is a single number. The question is which ones.
    Leave out the counting, and return one True or False per neuron.
    """
    return (x @ W.T + b <= 0).all(axis=0).sum()


@mistake("each-z", see="#term-dead-relu")
def dead(x, W, b):
    """You return an answer for each example and each neuron. A neuron is dead only if it's off for
    every example, so its whole column makes one answer. Go down the columns with `.all(axis=0)`.
    """
    return x @ W.T + b <= 0


@mistake("first-example-only", see="#term-dead-relu")
def dead(x, W, b):
    """You judge each neuron by the first example alone. If it's off there, another example may
    still turn it on. Look at all the rows: a dead neuron is off in every one of them.
    """
    return (x @ W.T + b <= 0)[0]


@mistake("mean", see="#term-dead-relu")
def dead(x, W, b):
    """You judge each neuron by its z taken together, as a mean or a sum. But one example with a
    positive z turns a neuron on, however negative the others are. Check every z by itself.
    """
    return (x @ W.T + b).mean(axis=0) <= 0


@mistake("off-once", see="#term-dead-relu")
def dead(x, W, b):
    """You call a neuron dead if just one example turns it off. That's normal for a ReLU. It's dead
    only if every example turns it off, so ask about all of them, with `.all(axis=0)`.
    """
    return (x @ W.T + b <= 0).any(axis=0)


@mistake("wrong-axis", see="#term-dead-relu")
def dead(x, W, b):
    """You return one answer per example, because you go along the rows. A neuron's z are in a
    column, one for each example. Go down the columns, with `axis=0`, to judge a neuron.
    """
    return (x @ W.T + b <= 0).all(axis=1)


@mistake("zero-excluded", see="#term-relu")
def dead(x, W, b):
    """Where z is exactly 0, you count a neuron as on. But ReLU gives 0 there, just as it does for a
    negative z, so the neuron is off. Compare with `<= 0`.
    """
    return (x @ W.T + b < 0).all(axis=0)


@mistake("positions-returned", see="#dead-relus")
def dead(x, W, b):
    """You return the positions of the dead neurons. Each neuron should get an answer of its own,
    True or False, so there are as many answers as neurons. Return the comparison itself, before
    you look up positions.
    """
    return np.where((x @ W.T + b <= 0).all(axis=0))[0]
