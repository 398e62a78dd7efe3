import numpy as np

import nn
from course.exercises.exercise import form, mistake


@mistake("activation-on-output-only", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your ReLU comes after the second layer instead of the first. So nothing bends the hidden
    sums, and all negative logits are lost. Apply it to `z1`, and leave `z2` as it is.
    """
    z1 = x @ W1.T + b1
    return nn.softmax(np.maximum(z1 @ W2.T + b2, 0))


@mistake("activation-on-output", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You apply ReLU to the logits, too. That turns all negative logits into 0, so those classes
    get the same probability, however far apart they were. Give softmax the logits as they are.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = np.maximum(a1 @ W2.T + b2, 0)
    return nn.softmax(z2)


@mistake("bias-after-relu", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """You add `b1` after the ReLU. It's part of each neuron's sum, and ReLU has to bend the whole
    sum. Add it first, as in `x @ W1.T + b1`, and then apply ReLU.
    """
    a1 = np.maximum(x @ W1.T, 0) + b1
    return nn.softmax(a1 @ W2.T + b2)


@mistake("biases-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Both of your layers leave out their biases. A layer is a product plus a bias, with one number
    per neuron. Add `b1` in the first layer and `b2` in the second.
    """
    a1 = np.maximum(x @ W1.T, 0)
    return nn.softmax(a1 @ W2.T)


@mistake("first-row-only", see="#the-batch")
def forward(x, W1, b1, W2, b2):
    """You return the probabilities of the first example only. Each row of `x` is an example, and
    the same lines work for all the rows at once. Compute with the whole of `x`, and return every
    row.
    """
    a1 = np.maximum(x[:1] @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)[0]


@form()
def as_a_batch_of_one(*arguments):
    return forward(*arguments)[None]


@mistake("hidden-bias-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer leaves out its bias. Each neuron adds its own number to its weighted sum,
    before ReLU bends it. Use `x @ W1.T + b1`.
    """
    a1 = np.maximum(x @ W1.T, 0)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("hidden-relu-on-input", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """You apply ReLU to the input `x`, so negative inputs are lost before any weight has seen them.
    It's the hidden sums that need a bend. Use `x` as it is, and apply ReLU to `z1`.
    """
    a1 = np.maximum(x, 0) @ W1.T + b1
    return nn.softmax(a1 @ W2.T + b2)


@mistake("hidden-weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Your first product pairs the inputs with the columns of `W1`. But each hidden neuron's
    weights are a row of `W1`, so its rows have to become columns first. Use `x @ W1.T`.
    """
    a1 = np.maximum(x @ W1 + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,ih->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,ch->nc", a1, W2) + b2)


@mistake("label-only", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You return the predicted class of each example. This function should give the probabilities
    of all the classes, and leave the choice to others. Return what softmax gives you.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return (a1 @ W2.T + b2).argmax(axis=1)


@mistake("no-activation", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your hidden sums reach the second layer without ReLU. With no bend in between, two layers can
    do no more than one. Let the second layer read `np.maximum(z1, 0)`.
    """
    z1 = x @ W1.T + b1
    return nn.softmax(z1 @ W2.T + b2)


@mistake("output-bias-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Your output layer leaves out its bias. Each logit is a weighted sum plus a number of its own,
    as in the hidden layer. Add `b2` before softmax.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T)


@mistake("output-weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Your second product pairs the hidden activations with the columns of `W2`. But each output
    neuron's weights are a row of `W2`, so its rows have to become columns first. Use `W2.T` there.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2 + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,hi->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a1, W2) + b2)


@mistake("product-order", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Your products have the weights on the left, as in `W1 @ x`. That's right for a single
    example, written as a column. Here, each example is a row of `x`, so the weights go on the
    right: `x @ W1.T`.
    """
    a1 = np.maximum(W1 @ x + b1, 0)
    return nn.softmax(W2 @ a1 + b2)


@mistake("shares-without-exp", see="#term-softmax")
def forward(x, W1, b1, W2, b2):
    """You divide each logit by the sum of its row. With negative logits, you can get negative
    results, or even divide by 0. Softmax takes e to the power of each logit first. Use
    `nn.softmax`.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return z2 / z2.sum(axis=1, keepdims=True)


@mistake("python-max", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your code stops with an error, because Python's `max` and `if` decide only once, and here
    they'd have to decide for a whole array. ReLU decides for each number. Use `np.maximum(z1, 0)`.
    """
    a1 = max(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("sigmoid-hidden", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer bends its sums with the sigmoid. This network has ReLU there, and with
    another bend, the same weights give other results. Use `np.maximum(z1, 0)`.
    """
    a1 = nn.sigmoid(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("sigmoid-output", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You use the sigmoid on each logit alone, so a row's probabilities don't add up to 1. An
    example belongs to only one class, so the classes have to compete. Use `nn.softmax` instead.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.sigmoid(a1 @ W2.T + b2)


@mistake("softmax-forgotten", see="#term-softmax")
def forward(x, W1, b1, W2, b2):
    """You return the logits, which can be any numbers. Each row should have probabilities: numbers
    from 0 to 1 that add up to 1. Give your logits to `nn.softmax`.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return a1 @ W2.T + b2


@mistake("softmax-on-hidden", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer uses softmax instead of ReLU, so its neurons compete for a total of 1. Only
    the classes should compete, at the very end. Apply ReLU to `z1`.
    """
    a1 = nn.softmax(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("softmax-over-batch", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your softmax runs down the columns, so the examples compete, and each column adds up to 1.
    It's the classes of one example that should compete. Use `nn.softmax(z2)`, which runs along each
    row.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2.T).T


@mistake("softmax-over-everything", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """All your probabilities together add up to 1, for the whole batch. But each example has its
    own total of 1 to divide among its classes. Use `nn.softmax(z2)`, which runs along each row.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2.ravel()).reshape(z2.shape)


@mistake("softmax-twice", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You apply softmax twice. The second time, it gets only numbers from 0 to 1, so the classes
    come out nearly alike. Apply it once, to the logits.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(nn.softmax(a1 @ W2.T + b2))


@mistake("weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Both of your products pair what a layer reads with the columns of its weights. But each
    neuron's weights are a row. Use `W1.T` and `W2.T`. Don't wait for an error: with square
    matrices, there is none.
    """
    a1 = np.maximum(x @ W1 + b1, 0)
    return nn.softmax(a1 @ W2 + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,ih->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a1, W2) + b2)


@mistake("step-for-relu", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your hidden neurons answer 0 or 1, like perceptrons. ReLU is 0 for a negative z, but for a
    positive one it's z itself, not 1. Use `np.maximum(z, 0)` on the hidden layer's z.
    """
    z1 = x @ W1.T + b1
    a1 = np.where(z1 > 0, 1, 0)
    return nn.softmax(a1 @ W2.T + b2)


@form()
def one_at_0(x, W1, b1, W2, b2):
    a1 = np.where(x @ W1.T + b1 >= 0, 1, 0)
    return nn.softmax(a1 @ W2.T + b2)
