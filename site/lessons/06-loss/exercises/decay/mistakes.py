import numpy as np

from course.exercises.exercise import form, mistake


@mistake("decay-forgotten", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You take a plain step: the weights don't decay. Even where the gradient is 0, each weight
    should shrink a little. Add `weight_decay * p` to the gradient of each weight array.
    """
    return [p - learning_rate * g for p, g in zip(parameters, gradients, strict=True)]


@mistake("biases-decayed", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Your biases decay, too. A bias only shifts a neuron's z, so this exercise leaves it alone.
    Add the term only where `p.ndim == 2`.
    """
    return [
        p - learning_rate * (g + weight_decay * p)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("biases-alone", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You've swapped the two kinds: your biases decay, and your weights don't. Weights have the
    shape `(out, in)`, so `p.ndim` is 2. Add the term for those.
    """
    return [
        p - learning_rate * (g + weight_decay * p if p.ndim == 1 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("decay-grows", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Your weights grow: the new term has the wrong sign, so even a weight whose gradient is 0
    moves away from 0. Decay pulls each weight toward 0. Subtract `learning_rate * weight_decay *
    p`.
    """
    return [
        p - learning_rate * (g - weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("decay-without-rate", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You leave the learning rate out of the decay, so the weights shrink too fast. Both terms are
    multiplied by it. Take off `learning_rate * weight_decay * p`.
    """
    return [
        p - learning_rate * g - (weight_decay * p if p.ndim == 2 else 0)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("learning-rate-left-out", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You subtract the whole slope, without the learning rate, so the step is far too long.
    Multiply the slope by `learning_rate` first.
    """
    return [
        p - (g + weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@form()
def in_the_gradient_alone(parameters, gradients, learning_rate, weight_decay):
    return [
        p - g - (learning_rate * weight_decay * p if p.ndim == 2 else 0)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("decay-after-step", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You take the step first, then shrink the weights it leads to, so the gradient's part shrinks,
    too. Both terms start from the old weights. Compute the decay from `p` as it was given.
    """
    moved = [p - learning_rate * g for p, g in zip(parameters, gradients, strict=True)]
    return [p * (1 - learning_rate * weight_decay) if p.ndim == 2 else p for p in moved]


@mistake("gradient-decayed", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You multiply the gradient by the weight decay. Then a weight whose gradient is 0 doesn't
    shrink at all, but it should. Multiply the weight by it: `weight_decay * p`.
    """
    return [
        p - learning_rate * (g + weight_decay * g if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@form()
def gradient_shrunk(parameters, gradients, learning_rate, weight_decay):
    return [
        p - learning_rate * (g - weight_decay * g if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("same-pull-for-all", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You pull every weight toward 0 by the same amount. In weight decay, a large weight loses more
    than a small one. Multiply `weight_decay` by the weight itself, not by its sign.
    """
    return [
        p - learning_rate * (g + weight_decay * np.sign(p) if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@form()
def weight_left_out(parameters, gradients, learning_rate, weight_decay):
    return [
        p - learning_rate * (g + weight_decay if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("decay-doubled", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Your decay is twice as strong as it should be, as if you had added λW² to the loss, whose
    slope is 2λW. The term here is `weight_decay * p`, without a 2.
    """
    return [
        p - learning_rate * (g + 2 * weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("decay-alone", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Your weights only shrink: the gradient is missing from their step, so they can't learn
    anything from the data. Subtract both terms, `learning_rate * (g + weight_decay * p)`.
    """
    return [
        p - learning_rate * (weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("gradient-sign", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You go uphill: you add the gradient, so the loss grows. A gradient points to where the loss
    is higher. Subtract it, for the weights and for the biases.
    """
    return [
        p + learning_rate * (g - weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@form()
def everything_added(parameters, gradients, learning_rate, weight_decay):
    return [
        p + learning_rate * (g + weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("share-kept", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You multiply the weights by `learning_rate * weight_decay`, so almost nothing is left.
    That's the share they lose. Multiply by what they keep, `1 - learning_rate * weight_decay`.
    """
    return [
        (p * learning_rate * weight_decay if p.ndim == 2 else p) - learning_rate * g
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("biases-not-updated", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Your biases stay as they are. They don't decay, but their gradients still move them. Subtract
    `learning_rate * g` from each.
    """
    return [
        p - learning_rate * (g + weight_decay * p) if p.ndim == 2 else p
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("step-returned", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """You return the steps, not the new parameters. Subtract each step from its parameter, and
    return the results.
    """
    return [
        learning_rate * (g + weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@form()
def steps_with_their_sign(parameters, gradients, learning_rate, weight_decay):
    return [
        -learning_rate * (g + weight_decay * p if p.ndim == 2 else g)
        for p, g in zip(parameters, gradients, strict=True)
    ]


@mistake("first-layer-alone", see="#weights-kept-small")
def update(parameters, gradients, learning_rate, weight_decay):
    """Only your first layer's weights decay, and those of the later layers take a plain step. Add
    the term for every `W` in the list: all arrays with `p.ndim == 2`.
    """
    return [
        p - learning_rate * (g + weight_decay * p if i == 0 else g)
        for i, (p, g) in enumerate(zip(parameters, gradients, strict=True))
    ]
