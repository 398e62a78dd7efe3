import numpy as np

import nn
from course.exercises.exercise import mistake


@mistake("activation-on-output", see="#two-linear-layers-are-one")
def forward(x, layers):
    """Your hidden layers are right, but the last layer is bent as well: its outputs are logits, and
    a logit may be negative.
    """
    for W, b in layers:
        x = np.maximum(x @ W.T + b, 0)
    return x


@mistake("bias-after-relu", see="#relu-and-sigmoid")
def forward(x, layers):
    """You add the bias after the ReLU. It belongs to z: the ReLU bends x @ W.T + b."""
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T, 0) + b
    W, b = layers[-1]
    return x @ W.T + b


@mistake("bias-forgotten", see="#relu-and-sigmoid")
def forward(x, layers):
    """Your layers have lost their biases: z is x @ W.T + b."""
    for W, _ in layers[:-1]:
        x = np.maximum(x @ W.T, 0)
    return x @ layers[-1][0].T


@mistake("capped-above", see="#relu-and-sigmoid")
def forward(x, layers):
    """You keep the negative numbers and throw the positive ones away: ReLU is the larger of 0 and
    z, `np.maximum(z, 0)`.
    """
    for W, b in layers[:-1]:
        x = np.minimum(x @ W.T + b, 0)
    W, b = layers[-1]
    return x @ W.T + b


@mistake("first-layer-only", see="#two-linear-layers-are-one")
def forward(x, layers):
    """Only your first layer is followed by a ReLU. Every layer but the last needs one: two linear
    layers in a row are one.
    """
    for i, (W, b) in enumerate(layers):
        x = x @ W.T + b
        if i == 0 and len(layers) > 1:
            x = np.maximum(x, 0)
    return x


@mistake("input-bent", see="#two-linear-layers-are-one")
def forward(x, layers):
    """You put the ReLU before each layer, so the input x is bent too: its negative numbers are lost
    before any weight has seen them.
    """
    for W, b in layers:
        x = np.maximum(x, 0) @ W.T + b
    return x


@mistake("last-layer-left-out", see="#two-linear-layers-are-one")
def forward(x, layers):
    """You stop before the last layer. It has no ReLU, but its weights and its bias still count."""
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T + b, 0)
    return x


@mistake("no-activation", see="#two-linear-layers-are-one")
def forward(x, layers):
    """There is no ReLU between your layers now. However many there are, they compute what one
    linear layer computes.
    """
    for W, b in layers:
        x = x @ W.T + b
    return x


@mistake("sigmoid", see="#relu-and-sigmoid")
def forward(x, layers):
    """You bend with the sigmoid. This network was built with ReLU, max(0, z), and its weights fit
    no other bend.
    """
    for W, b in layers[:-1]:
        x = nn.sigmoid(x @ W.T + b)
    W, b = layers[-1]
    return x @ W.T + b


@mistake("weights-bent", see="#relu-and-sigmoid")
def forward(x, layers):
    """You put the ReLU on the weights. An activation bends z, the sums; negative weights are as
    good as positive ones.
    """
    for W, b in layers[:-1]:
        x = x @ np.maximum(W, 0).T + b
    W, b = layers[-1]
    return x @ W.T + b
