import numpy as np

import nn
from course.exercises.exercise import Holds

PAIRS = nn.xor()[0]
SINGLES = np.array([[0.0], [1.0]])


def answers(x, right):
    """Return what judges a list [weights ..., bias]: whether its neuron answers x with right."""

    def holds(numbers):
        neuron = np.asarray(numbers, float)
        if neuron.shape != (x.shape[1] + 1,):
            return f"Put {x.shape[1] + 1} numbers in a list: the weights first, the bias last."
        given = nn.step(nn.neuron(x, neuron[:-1], neuron[-1])).astype(int).tolist()
        if given == right:
            return True
        inputs = ", ".join(str(tuple(row)) if len(row) > 1 else str(row[0]) for row in points)
        return (
            f"For {inputs}, your neuron answers {said(given)}, but it should answer {said(right)}."
        )

    points = x.astype(int).tolist()
    return holds


def said(numbers):
    return ", ".join(map(str, numbers))


CHECKS = [
    Holds("AND", answers(PAIRS, [0, 0, 0, 1])),
    Holds("OR", answers(PAIRS, [0, 1, 1, 1])),
    Holds("NOT", answers(SINGLES, [1, 0])),
]
