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


def draw(data):
    return picture(data, Training(TASKS[data]))


def picture(data, run):
    place, states, now = stage(data), run.states, run.states[-1]
    head = f"after {now.epoch} of {run.task.epochs} epochs"
    title = f"Learning {place.name}, {head}"
    course = [(state.epoch, state.loss) for state in states]
    svg = Svg(396, 264, title, f"{title}: {place.said(now.network, now.loss, course)}")
    weights = np.array([state.network.weights[0].ravel() for state in states])
    epochs = [state.epoch for state in states]
    courses = learning.Courses(run.task.epochs, course, epochs, weights)
    place.draw(svg, now.network, courses, (now.epoch, now.loss), head)
    return svg
