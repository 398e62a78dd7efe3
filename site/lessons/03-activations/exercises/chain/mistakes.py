import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("added", see="#slopes-multiply")
def chain_slope(x, weights):
    """You add the factors up. Layers stand one behind the other, and by the chain rule
    their slopes multiply.
    """
    total = 0.0
    for w in weights:
        x = nn.sigmoid(w * x)
        total += w * x * (1 - x)
    return total


@mistake("last-layer-only", see="#slopes-multiply")
def chain_slope(x, weights):
    """You return the last layer's factor alone. Every layer between x and the end has its share:
    multiply them all.
    """
    for w in weights:
        x = nn.sigmoid(w * x)
        factor = w * x * (1 - x)
    return factor


@mistake("no-bend", see="#slopes-multiply")
def chain_slope(x, weights):
    """You carry z on to the next layer where a = sigmoid(z) belongs: the slopes are then taken at
    the wrong places.
    """
    product = 1.0
    for w in weights:
        x = w * x
        product *= w * nn.sigmoid_slope(x)
    return product


@mistake("not-carried-on", see="#slopes-multiply")
def chain_slope(x, weights):
    """Every layer of yours gets x itself. A layer gets what the one before it gave: carry a on."""
    product = 1.0
    for w in weights:
        a = nn.sigmoid(w * x)
        product *= w * a * (1 - a)
    return product


@mistake("one-layer-short", see="#slopes-multiply")
def chain_slope(x, weights):
    """Your product lacks a layer: with n weights there are n factors, the last layer's too."""
    product = 1.0
    for w in weights[:-1]:
        x = nn.sigmoid(w * x)
        product *= w * x * (1 - x)
    return product


@mistake("output", see="#slopes-multiply")
def chain_slope(x, weights):
    """You return what comes out at the end of the chain. Asked is how fast that moves when x moves:
    the product of the factors.
    """
    for w in weights:
        x = nn.sigmoid(w * x)
    return x


@mistake("quarter", see="#slopes-multiply")
def chain_slope(x, weights):
    """You take a quarter for every sigmoid. That is the largest slope there is, at z = 0; at
    another z it is smaller, so compute it there.
    """
    return np.prod(0.25 * weights)


@mistake("slope-at-a", see="#the-slopes")
def chain_slope(x, weights):
    """You take the slope at a: `nn.sigmoid_slope` wants z. Or compute it from a, as a (1 - a)."""
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w * nn.sigmoid_slope(x)
    return product


@mistake("slopes-left-out", see="#slopes-multiply")
def chain_slope(x, weights):
    """You multiply the weights only, as if the layers were linear. Each factor is w times the slope
    da/dz of the sigmoid.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= w
    return product


@mistake("weight-not-in-z", see="#slopes-multiply")
def chain_slope(x, weights):
    """You forget the weight in the forward step: z is w times what comes in. In the
    product you have it.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(x)
        product *= w * x * (1 - x)
    return product


@mistake("weights-left-out", see="#slopes-multiply")
def chain_slope(x, weights):
    """You multiply the slopes of the sigmoids only. On its way through a layer the signal also
    meets the weight: each factor is w times da/dz.
    """
    product = 1.0
    for w in weights:
        x = nn.sigmoid(w * x)
        product *= x * (1 - x)
    return product


@mistake("z-one-minus-z", see="#the-slopes")
def chain_slope(x, weights):
    """You compute the slope as z (1 - z). The formula is a (1 - a), with the output a
    of the sigmoid.
    """
    product = 1.0
    for w in weights:
        z = w * x
        product *= w * z * (1 - z)
        x = nn.sigmoid(z)
    return product
