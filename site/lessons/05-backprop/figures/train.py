"""A network learns with the exercise's `train`: the reader's own, or ours until that passes."""

from functools import cache

import numpy as np

import nn
from course.exercises.learning import Task, Training
from course.figures.svg import Svg
from course.lessons import lessons_folder, load, part

learning = load(part(lessons_folder(), "backprop", "figures", "learning"))
BATCH = 10  # rows; XOR has fewer
EPOCHS = {"xor": 120, "moons": 120}
EVERY = 2  # epochs from picture to picture
COARSE = 10  # epochs between two points of what's expected

CONTROLS = [learning.DATA]


def task(key):
    one = learning.SETS[key]
    x, y = one.data
    parameters = one.network().parameters
    return Task(x, nn.one_hot(y, 2), parameters, learning.RATE, EPOCHS[key], BATCH, EVERY)


TASKS = {key: task(key) for key in learning.SETS}


@cache
def stage(data):
    return learning.Stage(learning.SETS[data])


@cache
def expected(data):
    """Return the course of the loss, the epochs, and layer 1's weights of a run with `nn`."""
    task, losses, weights = TASKS[data], [], []
    labels = task.y.argmax(axis=1)
    copies = [one.copy() for one in task.start]
    network = nn.MLP(copies[::2], copies[1::2])
    optimizer = nn.SGD(network.parameters, task.learning_rate)
    for epoch in range(task.epochs + 1):
        if epoch % COARSE == 0:
            losses.append((epoch, nn.cross_entropy(network.forward(task.x).logits, labels)))
            weights.append(network.weights[0].ravel().copy())
        for first in range(0, len(labels), task.size):
            rows = slice(first, first + task.size)
            trace = network.forward(task.x[rows])
            slope = nn.cross_entropy_gradient(trace.logits, labels[rows])
            optimizer.step(network.backward(trace, slope).parameters)
    return losses, [epoch for epoch, _ in losses], np.array(weights)


def draw(data):
    return picture(data, Training(TASKS[data]))


def picture(data, run):
    place, states, now = stage(data), run.states, run.states[-1]
    head = f"after {now.epoch} of {run.task.epochs} epochs"
    title = f"Learning {place.name}, {head}"
    course = [(state.epoch, state.loss) for state in states]
    svg = Svg(396, 278, title, f"{title}: {place.said(now.network, now.loss, course)}")
    weights = np.array([state.network.weights[0].ravel() for state in states])
    epochs = [state.epoch for state in states]
    begun = len(states) > 1
    known = (course, epochs, weights) if begun else expected(data)
    courses = learning.Courses(
        run.task.epochs, f"{run.task.epochs} epochs", *known, expected=not begun
    )
    place.draw(svg, now.network, courses, (now.epoch, now.loss), head.capitalize())
    return svg
