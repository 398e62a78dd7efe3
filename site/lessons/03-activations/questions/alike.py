import numpy as np

import nn
from course.figures.svg import number
from course.quiz.fresh import distinct
from course.quiz.items import Choice, Option

LESSON, GOAL, LEVEL = "activations", 6, 2
RECAP = "What happens if all weights"


@distinct
def make(rng):
    hidden, start = int(rng.integers(4, 33)), float(rng.integers(1, 10)) / 10
    x, y = nn.two_moons(10, 0.1, np.random.default_rng(0))
    network = nn.MLP.random([2, hidden, 2], np.random.default_rng(0))
    for W in network.weights:
        W[:] = start
    network.weights[1][1] *= -1  # equal gradients, but not 0
    optimizer = nn.SGD(network.parameters, 0.1)
    for _ in range(3):
        trace = network.forward(x)
        optimizer.step(
            network.backward(trace, nn.cross_entropy_gradient(trace.logits, y)).parameters
        )
    moved = network.weights[0]
    assert np.allclose(moved, moved[0])
    assert not np.allclose(moved, start)
    return Choice(
        f"The {hidden} neurons of a hidden layer all start with the same weights,"
        f" {number(start, 1)}. The weights of each output start equal, too, and all biases are 0."
        f" What do these {hidden} neurons look like after training?",
        Option(
            f"They have changed, but they’re all still alike: {hidden} copies of one neuron",
            "Neurons that start alike compute the same and get the same gradients, so they take"
            " the same steps. Random initial weights are what makes neurons different.",
        ),
        (
            Option(
                "They’ve become different, each with a task of its own",
                "All examples pull all these neurons in the same way, because they compute exactly"
                " the same. Nothing ever makes two of them different.",
                "data-breaks-symmetry",
            ),
            Option(
                f"They’re still at {number(start, 1)}, because their gradients are 0",
                "Their gradients aren’t 0. They’re equal, so all the neurons move, in step with"
                " each other.",
                "equal-for-zero",
            ),
            Option(
                "They’re all dead, because equal neurons cancel each other out",
                "A neuron is dead if its $z$ is never above 0, for any example. Being alike doesn’t"
                " switch neurons off.",
                "alike-for-dead",
            ),
        ),
        "activations#first-weights",
    )
