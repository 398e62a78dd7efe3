import numpy as np

import nn
from course.exercises.exercise import form, mistake


@mistake("activation-on-output", see="#term-logit")
def forward(x, layers):
    """You apply ReLU in the last layer, too. Its sums are logits, and they have to be free to go
    below 0: after ReLU, -1 and -3 would be the same. Leave the last layer's sums as they are.
    """
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T + b, 0)
    W, b = layers[-1]
    return np.maximum(x @ W.T + b, 0)


@mistake("bias-after-relu", see="#term-activation-function")
def forward(x, layers):
    """You add the bias after the ReLU. It's part of a neuron's sum, and ReLU has to bend the whole
    sum. Add `b` first, and then apply ReLU.
    """
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T, 0) + b
    W, b = layers[-1]
    return x @ W.T + b


@mistake("bias-forgotten", see="#two-linear-layers-are-one")
def forward(x, layers):
    """Your layers leave out their biases. Every neuron adds its own bias to its weighted sum, in
    the last layer as well. Use `a @ W.T + b` for each layer.
    """
    for W, _ in layers[:-1]:
        x = np.maximum(x @ W.T, 0)
    return x @ layers[-1][0].T


@mistake("capped-above", see="#term-relu")
def forward(x, layers):
    """You keep the negative sums and turn the positive ones into 0. ReLU does the opposite: it
    keeps the positive ones, because it takes the larger of 0 and z. Use `np.maximum`.
    """
    for W, b in layers[:-1]:
        x = np.minimum(x @ W.T + b, 0)
    W, b = layers[-1]
    return x @ W.T + b


@mistake("first-layer-only", see="#two-linear-layers-are-one")
def forward(x, layers):
    """Only your first layer has a ReLU, so all the layers after it fold into a single one. Every
    layer except the last needs a ReLU. Put it inside the loop over the layers.
    """
    for i, (W, b) in enumerate(layers):
        x = x @ W.T + b
        if i == 0 and len(layers) > 1:
            x = np.maximum(x, 0)
    return x


@mistake("input-bent", see="#term-activation-function")
def forward(x, layers):
    """You apply ReLU before each layer, even to the input `x`, so negative inputs are lost before
    any weight has seen them. ReLU bends a layer's sums. Apply it after the weights and the bias.
    """
    for W, b in layers:
        x = np.maximum(x, 0) @ W.T + b
    return x


@mistake("last-layer-left-out", see="#term-logit")
def forward(x, layers):
    """You stop before the last layer. It has no ReLU, but its weights and its bias still count,
    because its sums are the logits. Add one more layer, without ReLU, before you return.
    """
    for W, b in layers[:-1]:
        x = np.maximum(x @ W.T + b, 0)
    return x


@mistake("no-activation", see="#two-linear-layers-are-one")
def forward(x, layers):
    """Your layers pass on their sums without ReLU. However many layers there are, they then do no
    more than a single linear layer. Apply ReLU after each of them, except after the last.
    """
    for W, b in layers:
        x = x @ W.T + b
    return x


@mistake("sigmoid", see="#term-relu")
def forward(x, layers):
    """You bend with the sigmoid. It would do in another network, but this one is built with ReLU,
    which keeps positive sums as they are. Use `np.maximum(z, 0)` on each sum z.
    """
    for W, b in layers[:-1]:
        x = nn.sigmoid(x @ W.T + b)
    W, b = layers[-1]
    return x @ W.T + b


@mistake("weights-bent", see="#term-activation-function")
def forward(x, layers):
    """You apply ReLU to the weights, so all the negative ones become 0. Weights may well be
    negative: an activation function bends a neuron's sum. Use `W` as it is, and apply ReLU to the
    sum.
    """
    for W, b in layers[:-1]:
        x = x @ np.maximum(W, 0).T + b
    W, b = layers[-1]
    return x @ W.T + b


@mistake("not-carried-on", see="#two-linear-layers-are-one")
def forward(x, layers):
    """All your layers read `x`. Only the first one should: every later layer reads the activation
    of the layer before it. Let each round of your loop use the `a` of the round before.
    """
    for W, b in layers[:-1]:
        a = np.maximum(x @ W.T + b, 0)
    W, b = layers[-1]
    return x @ W.T + b


@mistake("first-layer-alone", see="#term-logit")
def forward(x, layers):
    """You return what comes out of the first layer. If your `return` is inside the loop, the loop
    ends in its first round. Go through all the layers, and return after the last one.
    """
    W, b = layers[0]
    return np.maximum(x @ W.T + b, 0)


@form()
def inside_the_loop(x, layers):
    return forward(x, layers) if len(layers) > 1 else None
