import numpy as np

import nn
from course.figures.svg import Svg, number
from course.quiz.fresh import distinct, lettered, tenths
from course.quiz.items import Option, Place
from course.quiz.places import target, words

LESSON, GOAL, LEVEL = "activations", 4, 1


@distinct
def make(rng):
    dead = -np.abs(tenths(rng, -2, 2, 4))
    once = np.abs(tenths(rng, -2, 2, 4))
    once[rng.integers(4)] *= -1
    mean = -np.abs(tenths(rng, -3, -1.5, 4))
    mean[rng.integers(4)] = tenths(rng, 0.2, 0.9)
    shrunk = np.abs(tenths(rng, 0.1, 0.3, 4))
    kinds = ["dead", "once", "mean", "small"]
    order = rng.permutation(4)
    z = np.stack([dead, once, mean, shrunk], axis=1)[:, order]
    letters = sorted(lettered(rng, 4))
    neuron = {kinds[kind]: letters[place] for place, kind in enumerate(order)}
    right = letters[int(np.flatnonzero(nn.dead_units(z))[0])]
    columns = [f"{letters[k]}: {', '.join(number(v, 1) for v in z[:, k])}" for k in range(4)]
    svg = Svg(
        360,
        220,
        "Pre-activations of four ReLU neurons for four examples",
        f"One column per neuron, one row per example. {'; '.join(columns)}.",
        interactive=True,
    )
    for row in range(4):
        words(svg, f"example {row + 1}", 12, 75 + 40 * row, anchor="start")
        for k in range(4):
            words(svg, number(z[row, k], 1), 130 + 65 * k, 75 + 40 * row, 15)
    for k, letter in enumerate(letters):
        target(svg, letter, 130 + 65 * k, 28)
    said = {kind: columns[letters.index(neuron[kind])].partition(": ")[2] for kind in kinds}
    told = {
        "dead": Option(
            said["dead"],
            "Its $z$ is below 0 for every example. So its output and its slope are always 0, and no"
            " gradient reaches its weights.",
        ),
        "once": Option(
            said["once"],
            "This neuron is off for one example, but on for the others. That’s normal: switching on"
            " and off is what bends the network.",
            "off-once",
        ),
        "mean": Option(
            said["mean"],
            "The mean of its $z$ is below 0, but it’s on for one example. There its weights get a"
            " gradient, so it can learn.",
            "mean",
        ),
        "small": Option(
            said["small"],
            "Its $z$ are small, but all above 0, where ReLU’s slope is exactly 1.",
            "small-for-dead",
        ),
    }
    return Place(
        "These are the pre-activations of four ReLU neurons, with one row per example and one"
        " column per neuron. Which neuron is dead?",
        svg,
        right,
        {neuron[kind]: option for kind, option in told.items()},
        "activations#dead-relus",
        "activations#figure-dead?bias=-2",
    )
