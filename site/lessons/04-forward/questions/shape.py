import numpy as np

import nn
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "forward", 4, 1
RECAP = "A layer has 784 inputs"
CASES = ("W1", "z1", "W2", "z2", "b1", "labels")


def code(shape):
    return f"`{tuple(int(one) for one in shape)}`"


@distinct
def make(rng, name):
    n, inputs, hidden, classes = (int(v) for v in rng.choice(np.arange(3, 40), 4, replace=False))
    network = nn.MLP.random([inputs, hidden, classes], rng)
    trace = network.forward(np.ones((n, inputs)))
    arrays = {
        "W1": network.weights[0],
        "b1": network.biases[0],
        "z1": trace.pre_activations[0],
        "W2": network.weights[1],
        "z2": trace.logits,
        "labels": network.predict(np.ones((n, inputs))),
    }
    why, *wrong = {
        "W1": (
            "It has one row per hidden neuron and one column per input. The batch size isn’t"
            " there.",
            ((inputs, hidden), "You swapped the two: each neuron’s weights are a row, so the shape"
             " is (out, in).", "weights-transposed"),
            ((n, hidden), "That’s the shape of `z1`. The weights don’t depend on the batch.",
             "batch-in-weights"),
            ((classes, hidden), "That’s the shape of `W2`, the other layer’s weights.",
             "other-layer"),
        ),
        "z1": (
            "It has one row per example and one column per hidden neuron.",
            ((hidden, n), "You swapped the two: each example is a row.", "batch-in-columns"),
            ((hidden,), "That would be a single example, without the batch.", "batch-forgotten"),
            ((hidden, inputs), "That’s the shape of the weights `W1`.", "weights-for-z"),
        ),
        "W2": (
            "It has one row per class and one column per hidden neuron, because it reads the hidden"
            " layer.",
            ((hidden, classes), "You swapped the two: each neuron’s weights are a row, so the shape"
             " is (out, in).", "weights-transposed"),
            ((n, classes), "That’s the shape of the logits `z2`. The weights don’t depend on the"
             " batch.", "batch-in-weights"),
            ((classes, inputs), "The output layer doesn’t read the inputs. It reads the hidden"
             " activations.", "reads-the-input"),
        ),
        "z2": (
            "It has one row per example and one column per class.",
            ((classes, n), "You swapped the two: each example is a row.", "batch-in-columns"),
            ((n, hidden), "That’s the shape of `z1`, one layer earlier.", "other-layer"),
            ((classes, hidden), "That’s the shape of the weights `W2`.", "weights-for-z"),
        ),
        "b1": (
            "It has one bias per hidden neuron. NumPy adds it to every row of the batch.",
            ((n, hidden), "That’s the shape of `z1`. All the examples share one bias per neuron.",
             "bias-per-example"),
            ((inputs,), "That would be one bias per input, but each *neuron* has a bias.",
             "bias-per-input"),
            ((hidden, inputs), "That’s the shape of the weights `W1`.", "weights-for-bias"),
        ),
        "labels": (
            "It has one label per example.",
            ((n, classes), "That’s the shape of the probabilities. The label is the position of"
             " the largest one in each row.", "probabilities-for-labels"),
            ((classes,), "That would be one number per class: `argmax` along the wrong axis.",
             "wrong-axis"),
            ((1,), "That would be a single label for the whole batch.", "argmax-without-axis"),
        ),
    }[name]  # fmt: skip
    asked = "the predicted labels" if name == "labels" else f"`{name}`"
    return Choice(
        f"A batch of {n} examples goes through a network {inputs} → {hidden} → {classes}. What’s"
        f" the shape of {asked}?",
        Option(code(arrays[name].shape), why),
        tuple(Option(code(shape), reason, slug) for shape, reason, slug in wrong),
        "forward#the-batch",
        "forward#figure-network?example=both&step=1&matrices=true",
    )
