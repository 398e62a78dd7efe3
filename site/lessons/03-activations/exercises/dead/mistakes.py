import numpy as np

from course.exercises.exercise import mistake


@mistake("alive", see="#dead-relus")
def dead(x, W, b):
    """Your answer is turned round: you mark the neurons that answer to some example."""
    return (x @ W.T + b > 0).any(axis=0)


@mistake("below-zero", see="#dead-relus")
def dead(x, W, b):
    """You ask whether the output is below 0. After a ReLU no number is; a dead neuron's outputs are
    exactly 0.
    """
    return (np.maximum(x @ W.T + b, 0) < 0).all(axis=0)


@mistake("bias-forgotten", see="#dead-relus")
def dead(x, W, b):
    """You leave the bias out, and it is the bias that kills most: z is x @ W.T + b."""
    return (x @ W.T <= 0).all(axis=0)


@mistake("counted", see="#dead-relus")
def dead(x, W, b):
    """You return how many neurons are dead. Asked is which: one True or False for each."""
    return (x @ W.T + b <= 0).all(axis=0).sum()


@mistake("each-z", see="#dead-relus")
def dead(x, W, b):
    """You return one answer for each example and each neuron. A neuron is dead if all of its column
    is off: gather the rows with `.all(axis=0)`.
    """
    return x @ W.T + b <= 0


@mistake("first-example-only", see="#dead-relus")
def dead(x, W, b):
    """You judge by the first example alone. A neuron that is off there may answer to
    another one.
    """
    return (x @ W.T + b <= 0)[0]


@mistake("mean", see="#dead-relus")
def dead(x, W, b):
    """You look at the mean of z. A neuron can be below 0 on average and still answer to a few
    examples; it is dead only if none is left.
    """
    return (x @ W.T + b).mean(axis=0) <= 0


@mistake("off-once", see="#dead-relus")
def dead(x, W, b):
    """You call a neuron dead as soon as one example switches it off. That alone is normal: a ReLU
    is dead only if it is 0 for every example.
    """
    return (x @ W.T + b <= 0).any(axis=0)


@mistake("wrong-axis", see="#dead-relus")
def dead(x, W, b):
    """You answer for each example, not for each neuron. Rows are examples, so go down
    them, along `axis=0`.
    """
    return (x @ W.T + b <= 0).all(axis=1)


@mistake("zero-excluded", see="#dead-relus")
def dead(x, W, b):
    """A neuron whose z is exactly 0 counts as alive for you. ReLU gives 0 there as
    well: compare with `<=`.
    """
    return (x @ W.T + b < 0).all(axis=0)
