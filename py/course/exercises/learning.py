"""Lets a network learn by a `train` that a learner has written, a slice at a time, and draws it.

A figure that can do so, figures/NAME.py with an exercise NAME beside it, declares one `Choice` of
data sets as its CONTROLS; `TASKS`, which are these by name; and `picture(data, run)`, which draws a
`Training` as far as it has come. The first function that the exercise asks for is what trains:

    train(x, y, parameters, learning_rate, epochs, size) -> (parameters, losses)
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import nn
from course.cells.guard import Guard
from course.cells.program import Outcome, Program
from course.exercises.checker import SECONDS
from course.exercises.exercise import Exercise
from course.exercises.tell import TOO_LONG, raised_verdict
from course.exercises.values import as_numbers
from course.figures.controls import Choice
from course.figures.svg import Svg
from course.lessons import load

SLICE = 0.03  # seconds after which a request begins no further epoch
PATIENCE = 1.0  # seconds that a learner's program may take for one epoch

Train = Callable[..., Any]


class TrainingError(Exception):
    """The program cannot go on; the message says why, and `line` where."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Task:
    """A data set, and how it is learnt.

    x (n, in); y (n, classes), one-hot; start: the first W1, b1, W2, b2; learning_rate and size as
    `train` takes them; epochs: of a whole run; every: epochs from one picture to the next.
    """

    x: nn.Array
    y: nn.Array
    start: Sequence[nn.Array]
    learning_rate: float
    epochs: int
    size: int
    every: int


@dataclass(frozen=True)
class State:
    """The network after some epochs, and its mean loss on all examples."""

    epoch: int
    network: nn.MLP
    loss: float


class Training:
    """A network under training. `states` are what it was at every picture, the first untrained."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.labels = task.y.argmax(axis=1)
        self.parameters = list(task.start)
        self.epoch = 0
        self.states = [self._state()]

    @property
    def done(self) -> bool:
        """Whether all epochs are over."""
        return self.epoch == self.task.epochs

    def advance(self, train: Train) -> None:
        """Train up to the next picture or the end of the slice. Raises TrainingError."""
        end = time.monotonic() + SLICE
        goal = min(self.epoch + self.task.every, self.task.epochs)
        while self.epoch < goal:
            task = self.task
            result = train(task.x, task.y, self.parameters, task.learning_rate, 1, task.size)
            self.parameters = trained(result, self.parameters)
            self.epoch += 1
            if time.monotonic() > end:
                break
        self.states.append(self._state())

    def _state(self) -> State:
        network = nn.MLP(self.parameters[::2], self.parameters[1::2])
        loss = nn.cross_entropy(network.forward(self.task.x).logits, self.labels)
        return State(self.epoch, network, loss)


def trained(result: Any, before: Sequence[nn.Array]) -> list[nn.Array]:
    """Return the parameters of a result of `train`. Raises TrainingError if they are of no use."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise TrainingError("`train` must return two things: the parameters and the losses.")
    if not isinstance(result[0], tuple | list) or len(result[0]) != len(before):
        raise TrainingError(f"`train` must return {len(before)} parameters, as many as it gets.")
    parameters: list[nn.Array] = []
    for place, (value, old) in enumerate(zip(result[0], before, strict=True)):
        array = as_numbers(value)
        if array is None or array.shape != old.shape:
            raise TrainingError(
                f"Parameter {place} that `train` returns must have the shape {old.shape}."
            )
        if not np.isfinite(array).all():
            raise TrainingError(
                "The weights have grown without limit: they're nan or inf now. Check the sign of "
                "the update, or try a smaller learning rate."
            )
        parameters.append(np.array(array, dtype=np.float64))
    return parameters


class Learning:
    """A figure and its exercise, and the one run that is under way. Raises ValueError."""

    def __init__(self, figure: Path, exercise: Exercise, guard: Guard) -> None:
        module = load(figure)
        for name in ("CONTROLS", "TASKS", "picture"):
            if not hasattr(module, name):
                raise ValueError(f"{figure}: a figure that learns needs {name}")
        trains = exercise.checks[0]
        if not trains.is_function:
            raise ValueError(f"{exercise.name}: what trains is a function")
        self.choice: Choice = module.CONTROLS[0]
        self.tasks: dict[str, Task] = module.TASKS
        self._picture: Callable[[str, Training], Svg] = module.picture
        self._exercise, self._guard, self._trains = exercise, guard, trains
        self._run: tuple[tuple[str, str | None], Training, Train] | None = None

    def begin(self, data: str) -> tuple[Training, Svg]:
        """Return an untrained network and its picture; what was under way is forgotten."""
        self._run = None
        run = Training(self.tasks[self.choice.accept(data)])
        return run, self._picture(data, run)

    def advance(self, data: str, code: str | None) -> tuple[Training, Svg]:
        """Train by a learner's program, or by `nn` where code is None, up to the next picture.

        Another data set or another program begins anew. Raises TrainingError.
        """
        asked = (data, code)
        if self._run is None or self._run[0] != asked:
            run, _ = self.begin(data)
            self._run = asked, run, self._ours if code is None else self._theirs(code)
        _, run, train = self._run
        run.advance(train)
        return run, self._picture(data, run)

    def _ours(self, *arguments: Any) -> Any:
        ((result,), *_) = self._trains.right([arguments])
        return result

    def _theirs(self, code: str) -> Train:
        program = Program(code, self._exercise.name, self._guard, SECONDS)
        value_of(program, program.load(), "Your code")
        missing = self._trains.missing(program)
        if missing:
            raise TrainingError(missing)

        def train(*arguments: Any) -> Any:
            program.allow(PATIENCE)
            return value_of(program, program.call(self._trains.name, arguments), "One epoch")

        return train


def value_of(program: Program, outcome: Outcome, what: str) -> Any:
    """Return what a program returned. Raises TrainingError if it raised or took too long."""
    if outcome.timed_out:
        raise TrainingError(f"{what} {TOO_LONG}")
    if outcome.raised is not None:
        verdict = raised_verdict("error", "Your code raises", program.describe(outcome.raised))
        raise TrainingError(verdict.message, verdict.line)
    return outcome.value
