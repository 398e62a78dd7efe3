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
        f"A column a neuron, a row an example. {'; '.join(columns)}.",
        interactive=True,
    )
    for row in range(4):
        words(svg, f"example {row + 1}", 12, 75 + 40 * row, anchor="start")
        for k in range(4):
            words(svg, number(z[row, k], 1), 130 + 65 * k, 75 + 40 * row, 15)
    for k, letter in enumerate(letters):
        target(svg, letter, 130 + 65 * k, 28)
    said = {kind: f"Neuron {columns[letters.index(neuron[kind])]}" for kind in kinds}
    told = {
        "dead": Option(
            said["dead"],
            "Its $z$ is below 0 for every example. So its output and its slope are 0 every time, "
            "and no gradient reaches its weights.",
        ),
        "once": Option(
            said["once"],
            "It is off for one example and on for the others. Being off now and then is what "
            "bends the network.",
            "off-once",
        ),
        "mean": Option(
            said["mean"],
            "Its mean is below 0, but for one example it is on. There its weights get a gradient, "
            "and it can learn.",
            "mean",
        ),
        "small": Option(
            said["small"],
            "Its $z$ are small, but above 0, and ReLU's slope there is exactly 1.",
            "small-for-dead",
        ),
    }
    return Place(
        "A layer of four ReLU neurons has these pre-activations, a row an example and a column a "
        "neuron. Which neuron is dead?",
        svg,
        right,
        {neuron[kind]: option for kind, option in told.items()},
        "activations#dead-relus",
        "activations#figure-dead?bias=-2",
    )
