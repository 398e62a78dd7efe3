import numpy as np

import nn
from course.exercises.exercise import Holds

PAIRS = nn.xor()[0]
SINGLES = np.array([[0.0], [1.0]])


def answers(x, right):
    """Return what judges a list [weights ..., bias]: whether its neuron answers x with right."""

    def given(neuron):
        return nn.step(nn.neuron(x, neuron[:-1], neuron[-1])).astype(int).tolist()

    def holds(numbers):
        neuron = np.asarray(numbers, float)
        if neuron.shape != (x.shape[1] + 1,):
            count = "1 input has 1 weight" if x.shape[1] == 1 else "2 inputs has 2 weights"
            return f"A neuron with {count} and 1 bias. Put just these numbers in a list, bias last."
        answered = given(neuron)
        if answered == right:
            return True
        told = f"For {listed(points)}, your neuron answers {listed(answered)}, but it should answer"
        if given(np.roll(neuron, -1)) == right:
            return f"{told} {listed(right)}. Your bias comes first. Put the weights first, then it."
        wrong = next(i for i in range(len(x)) if answered[i] != right[i])
        goal = "at least 0" if right[wrong] else "below 0"
        where = f"Work out z for {points[wrong]}, the weighted sum plus the bias"
        return f"{told} {listed(right)}. {where}, and change your numbers until it's {goal} there."

    points = [tuple(row) if len(row) > 1 else row[0] for row in x.astype(int).tolist()]
    return holds


def listed(values):
    return ", ".join(map(str, values))


CHECKS = [
    Holds("AND", answers(PAIRS, [0, 0, 0, 1])),
    Holds("OR", answers(PAIRS, [0, 1, 1, 1])),
    Holds("NOT", answers(SINGLES, [1, 0])),
]
