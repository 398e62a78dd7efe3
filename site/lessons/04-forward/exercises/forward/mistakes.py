import numpy as np

import nn
from course.exercises.exercise import form, mistake


@mistake("activation-on-output-only", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your ReLU stands behind the second layer. It belongs between the two: on z1, and
    not on the logits.
    """
    z1 = x @ W1.T + b1
    return nn.softmax(np.maximum(z1 @ W2.T + b2, 0))


@mistake("activation-on-output", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You put a ReLU on the output layer as well. The logits must be free to be negative: softmax
    needs to see how far below the others a class lies.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = np.maximum(a1 @ W2.T + b2, 0)
    return nn.softmax(z2)


@mistake("bias-after-relu", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """You add b1 after the ReLU. The bias belongs to the sum, and the sum is what gets bent."""
    a1 = np.maximum(x @ W1.T, 0) + b1
    return nn.softmax(a1 @ W2.T + b2)


@mistake("biases-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Both biases are missing: every layer adds its own, `+ b1` and `+ b2`."""
    a1 = np.maximum(x @ W1.T, 0)
    return nn.softmax(a1 @ W2.T)


@mistake("first-row-only", see="#the-batch")
def forward(x, W1, b1, W2, b2):
    """You return one row. The same two lines compute every row of the batch: keep them all."""
    a1 = np.maximum(x[:1] @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)[0]


@form()
def as_a_batch_of_one(*arguments):
    return forward(*arguments)[None]


@mistake("hidden-bias-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """The first layer's bias is missing: z1 is x @ W1.T + b1."""
    a1 = np.maximum(x @ W1.T, 0)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("hidden-relu-on-input", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """You bend the input x. ReLU acts on the sums z1, after weights and bias."""
    a1 = np.maximum(x, 0) @ W1.T + b1
    return nn.softmax(a1 @ W2.T + b2)


@mistake("hidden-weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """The first product lacks the turn: `x @ W1.T`, so that each row of W1 meets an
    example's features.
    """
    a1 = np.maximum(x @ W1 + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,ih->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,ch->nc", a1, W2) + b2)


@mistake("label-only", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You return the predicted class. Return the probabilities of all classes; the choice
    comes later.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return (a1 @ W2.T + b2).argmax(axis=1)


@mistake("no-activation", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """You leave the ReLU out. Two linear layers in a row are one: bend z1 before the
    second layer gets it.
    """
    z1 = x @ W1.T + b1
    return nn.softmax(z1 @ W2.T + b2)


@mistake("output-bias-forgotten", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """The second layer's bias is missing: the logits are a1 @ W2.T + b2."""
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T)


@mistake("output-weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """The second product lacks the turn: `a1 @ W2.T`, so that each row of W2 meets an
    example's hidden values.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2 + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,hi->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a1, W2) + b2)


@mistake("product-order", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """You multiply with the weights on the left, `W @ x`. That is for a single example in a column;
    for a batch with examples in rows it is `x @ W.T`.
    """
    a1 = np.maximum(W1 @ x + b1, 0)
    return nn.softmax(W2 @ a1 + b2)


@mistake("shares-without-exp", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You divide each logit by the sum of its row. With negative logits that gives negative shares,
    or a division by 0: softmax takes e to the power of each first.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return z2 / z2.sum(axis=1, keepdims=True)


@mistake("python-max", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Python's `max` and `if` decide once for a whole array, so they fail here. ReLU decides for
    each number: use `np.maximum(z1, 0)`.
    """
    a1 = max(x @ W1.T + b1, 0)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("sigmoid-hidden", see="#the-whole-pass-in-code")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer bends with the sigmoid. This network has ReLU there:
    `np.maximum(z1, 0)`.
    """
    a1 = nn.sigmoid(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("sigmoid-output", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your output is a sigmoid for each class alone. The ten classes exclude each other: softmax
    shares one 1 out among them.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.sigmoid(a1 @ W2.T + b2)


@mistake("softmax-forgotten", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You return the logits. Softmax turns them into probabilities: `nn.softmax(z2)`."""
    a1 = np.maximum(x @ W1.T + b1, 0)
    return a1 @ W2.T + b2


@mistake("softmax-on-hidden", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your hidden layer uses softmax where ReLU belongs. Softmax is for the logits at the end."""
    a1 = nn.softmax(x @ W1.T + b1)
    return nn.softmax(a1 @ W2.T + b2)


@mistake("softmax-over-batch", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your softmax runs down the columns: it shares 1 out among the *examples*. Each example has
    its own 1 to share out among the classes, along its row.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2.T).T


@mistake("softmax-over-everything", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """Your probabilities add up to 1 over the whole batch. Every example's row adds up
    to 1 by itself.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    z2 = a1 @ W2.T + b2
    return nn.softmax(z2.ravel()).reshape(z2.shape)


@mistake("softmax-twice", see="#from-logits-to-a-prediction")
def forward(x, W1, b1, W2, b2):
    """You apply softmax twice. The second one sees numbers from 0 to 1, and makes the
    classes look nearly alike.
    """
    a1 = np.maximum(x @ W1.T + b1, 0)
    return nn.softmax(nn.softmax(a1 @ W2.T + b2))


@mistake("weights-transposed", see="#a-layer-is-one-product")
def forward(x, W1, b1, W2, b2):
    """Both products lack the turn: with rows for neurons it is `x @ W1.T` and `a1 @ W2.T`. In a
    square network the wrong product runs as well.
    """
    a1 = np.maximum(x @ W1 + b1, 0)
    return nn.softmax(a1 @ W2 + b2)


@form()
def with_einsum(x, W1, b1, W2, b2):  # which stretches a size of 1 where `@` fails
    a1 = np.maximum(np.einsum("ni,ih->nh", x, W1) + b1, 0)
    return nn.softmax(np.einsum("nh,hc->nc", a1, W2) + b2)
