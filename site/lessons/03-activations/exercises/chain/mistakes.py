import numpy as np

import nn
from course.exercises.exercise import form, mistake


@mistake("added", see="#slopes-multiply")
def chain_slope(x, weights):
    """You add up the factors of the layers. But each layer multiplies the movement that it gets by
    its own factor and passes the result on. So multiply: start `product` at 1, and let every layer
    multiply it.
    """
    total = 0.0
    for w in weights:
        x = nn.sigmoid(w * x)
        total += w * x * (1 - x)
    return total


@form()
def from_one(x, weights):
    return 1 + chain_slope(x, weights)


@mistake("last-layer-only", see="#slopes-multiply")
def chain_slope(x, weights):
    """You return the factor of the last layer alone. The movement of `x` comes through all the
    layers before it, too, and each one multiplies it. Keep the product, and multiply it by each new
    factor.
    """
    for w in weights:
        x = nn.sigmoid(w * x)
        factor = w * x * (1 - x)
    return factor


@mistake("no-bend", see="#slopes-multiply")
def chain_slope(x, weights):
    """You pass z on to the next layer as it is. That layer should read the activation, so from the
    second layer on, your slopes belong to the wrong z. Pass on the sigmoid of z.
    """
    product = 1.0
    for w in weights:
        x = w * x
        product *= w * nn.sigmoid_slope(x)
    return product


@mistake("not-carried-on", see="#slopes-multiply")
def chain_slope(x, weights):
    """All your layers read `x`. Only the first one should: every later layer reads the activation
    of the layer before it. Let each round of your loop use the `a` of the round before.
    """
    product = 1.0
    for w in weights:
        a = nn.sigmoid(w * x)
        product *= w * a * (1 - a)
    return product


@mistake("one-layer-short", see="#slopes-multiply")
def chain_slope(x, weights):
    """Your product leaves out the last layer. Each weight belongs to one layer, and each layer has
    one factor, so there are as many factors as weights. Let your loop go through all of them.
    """
    product = 1.0
    for w in weights[:-1]:
        x = nn.sigmoid(w * x)
        product *= w * x * (1 - x)
    return product


@mistake("output", see="#slopes-multiply")
def chain_slope(x, weights):
    """You return what comes out at the end of the chain. The question is how fast that moves when
    `x` moves, and the answer is a product: weight times slope, for every layer. Return `product`.
    """
    for w in weights:
        x = nn.sigmoid(w * x)
    return x


@mistake("quarter", see="#slopes-multiply")
def chain_slope(x, weights):
    """You use a slope of a quarter for every sigmoid. A quarter is the steepest that it gets, and
    only where z is 0. Work out each layer's own slope from its activation, as `a * (1 - a)`.
    """
    return np.prod(0.25 * weights)


@mistake("slope-at-a", see="#the-slopes")
def chain_slope(x, weights):
    """You take the slope of each sigmoid at a, which is what comes out of it, instead of at z,
    which goes in. You have a already, so you don't need another sigmoid: the slope is `a * (1 -
    a)`.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w * nn.sigmoid_slope(x)
    return product


@mistake("slopes-left-out", see="#slopes-multiply")
def chain_slope(x, weights):
    """You multiply only the weights, as if there were no sigmoids. But each sigmoid also multiplies
    the movement, by its slope. Multiply `product` by `a * (1 - a)` in every layer, too.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w
    return product


@mistake("weight-not-in-z", see="#slopes-multiply")
def chain_slope(x, weights):
    """The weights are in your product, but not in your z: each sigmoid reads its input without the
    weight. So the slopes are those of another chain. Multiply the input by `w` before you take the
    sigmoid.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(x)
        product *= w * x * (1 - x)
    return product


@mistake("weights-left-out", see="#slopes-multiply")
def chain_slope(x, weights):
    """You multiply only the slopes of the sigmoids. On its way to z, the movement is also
    multiplied by the weight, so each layer has two factors. Multiply `product` by `w`, too.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= x * (1 - x)
    return product


@mistake("z-one-minus-z", see="#the-slopes")
def chain_slope(x, weights):
    """You work out each slope as z (1 - z). That can even be negative, on a curve that only rises.
    The formula uses the output of the sigmoid, not its input: `a * (1 - a)`.
    """
    product = 1.0
    for w in weights:
        z = w * x
        x = nn.sigmoid(z)
        product *= w * z * (1 - z)
    return product
